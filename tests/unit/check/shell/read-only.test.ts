import { expect, test } from 'vitest';
import { isReadOnly } from '../../../../src/check/shell/read-only.ts';

test.each([
  'kubectl get pods -o wide | grep -v Running | wc -l',
  'kubectl -n kube-system describe pod x',
  'kubectl rollout status deployment/web',
  'kubectl auth can-i get pods',
  'kubectl config view',
  'kubectl create deployment web --image=nginx:1.30 --dry-run=client -o yaml',
  'docker ps && docker service ls',
  'docker compose -f compose.yaml ps',
  'helm get values web',
  'argocd app get geostack',
  'curl -sS -m 2 -o /dev/null -w "%{http_code}" http://web',
  'curl -X GET --header "Host: web" http://web',
  'wget -qO- http://web',
  'sed -n "s/a/b/p" web.yaml | sort -k2,2 | uniq -c',
  'find . -name "*.yaml"',
  'openssl x509 -noout -text -in web.crt',
  'until kubectl get pod x >/dev/null 2>&1; do sleep 1; done',
  'if [[ -f x ]] && test "$(kubectl get pod x)" != ""; then echo oui; fi',
  'count=$(kubectl get pods -o name | wc -l); export N=$count; [ "$N" -eq 3 ]',
  'ready() { kubectl get pods | grep -q Running; }; ready',
  "timeout 60 bash -c 'until kubectl get pod x; do sleep 1; done'",
  'kubectl get pods -o name | xargs -n 1 kubectl describe',
  'env LC_ALL=C date +%s; date -Is',
  "awk '$3 > 5 { print $1 }' x",
  "sed 's/web/wee/; s/a/e/g' x",
])('%s only reads', (code) => {
  expect(isReadOnly(code)).toEqual({ ok: true });
});

test.each([
  ['kubectl apply -f x.yaml', 'kubectl apply', 1, 1],
  ['kubectl -n web rollout restart deployment/web', 'kubectl rollout restart', 1, 1],
  ['kubectl config set-context --current', 'kubectl config set-context', 1, 1],
  ['kubectl get pods\nkubectl delete pod x', 'kubectl delete', 2, 1],
  ['kubectl exec x -- ls', 'kubectl exec', 1, 1],
  ['kubectl $VERB pods', 'kubectl $VERB', 1, 1],
  ['docker swarm join-token --rotate worker', 'docker swarm join-token', 1, 1],
  ['docker rm -f x', 'docker rm', 1, 1],
  ['helm template x --output-dir out', 'helm template', 1, 1],
  ['echo "$(kubectl delete pod x)"', 'kubectl delete', 1, 9],
  ['echo `rm x`', 'rm', 1, 7],
  ['diff <(rm x) y', 'rm', 1, 8],
  ['oups() { rm x; }', 'rm', 1, 10],
  ["bash -c 'rm x'", 'bash', 1, 1],
  ['timeout 5 rm x', 'timeout', 1, 1],
  ['ls | xargs rm', 'xargs', 1, 6],
  ['ls > liste', '> liste', 1, 4],
  ['{ ls; } >> liste', '>> liste', 1, 9],
  ['ls | tee liste', 'tee', 1, 6],
  ['sed -i s/a/b/ x', 'sed', 1, 1],
  ['sort -o x x', 'sort', 1, 1],
  ['find . -delete', 'find', 1, 1],
  ['curl -X POST http://web', 'curl', 1, 1],
  ['curl -sSd a=1 http://web', 'curl', 1, 1],
  ['curl -O http://web/x', 'curl', 1, 1],
  ['wget http://web/x', 'wget', 1, 1],
  ['commande-inconnue', 'commande-inconnue', 1, 1],
  ['$COMMANDE', '$COMMANDE', 1, 1],
  ['kubectl delete pod a -- --dry-run=client', 'kubectl delete', 1, 1],
  ['kubectl run x --image=y -- app --dry-run', 'kubectl run', 1, 1],
  ['awk \'{ print > "f" }\' x', 'awk', 1, 1],
  ["awk '{ print >f }' x", 'awk', 1, 1],
  ["sed 's/x/id/e' x", 'sed', 1, 1],
  ["sed 's|x|y|w f' x", 'sed', 1, 1],
  ['toString a', 'toString', 1, 1],
  ['constructor', 'constructor', 1, 1],
  ['kubectl constructor x', 'kubectl constructor', 1, 1],
  ['if true; then', 'une ligne illisible', 1, 14],
])('%s may change something: %s', (code, command, line, column) => {
  expect(isReadOnly(code)).toEqual({ ok: false, command, position: { line, column } });
});

test('readonly vouches for exec, and for nothing else', () => {
  expect(isReadOnly('kubectl exec db -- psql -c "select 1"', { readonly: true })).toEqual({ ok: true });
  expect(isReadOnly('kubectl delete pod x', { readonly: true }).ok).toBe(false);
});
