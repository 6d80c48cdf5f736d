import { describe, expect, test } from 'vitest';
import { like } from '../../../src/judge/accept/like.ts';
import { text } from './text.ts';

const PODS = text`
  NAME                      READY   STATUS      RESTARTS      AGE
  pi-c5l26                  0/1     Completed   0             2s
  whoami-6df8c6547f-fl648   1/1     Running     0             7s
  whoami-6df8c6547f-gqjrz   1/1     Running     1 (5s ago)    7s
  x                         0/1     Completed   0             6s
`;

describe('a table', () => {
  test('as another run prints it: other names, other order, other widths', () => {
    const again = text`
      NAME                     READY   STATUS      RESTARTS        AGE
      pi-zz2l6                 0/1     Completed   0               3m4s
      whoami-f68fc47d9-2b648   1/1     Running     1 (2m23s ago)   12d
      whoami-f68fc47d9-xqjrz   1/1     Running     0               12d
      x                        0/1     Completed   0               1s
    `;
    expect(like(PODS, again)).toEqual({ ok: true, shown: again });
  });

  test.each([
    ['a status', 'x                         0/1     Completed', 'x                         0/1     Running  '],
    ['a count of restarts', '1 (5s ago)', '2 (5s ago)'],
    ['a stable name', 'x  ', 'y  '],
    ['the stable part of a random name', 'pi-c5l26', 'pa-c5l26'],
    ['a title', 'RESTARTS', 'ESSAIS  '],
    ['a restart where there was none', 'Running     0         ', 'Running     0 (5s ago)'],
  ])('not with another value for %s', (_, from, to) => {
    expect(like(PODS, PODS.replace(from, to))).toMatchObject({ ok: false });
  });

  test('not with a row more or less, nor with text for a table', () => {
    const lines = PODS.split('\n');
    expect(like(PODS, lines.toSpliced(2, 1).join('\n'))).toMatchObject({ ok: false });
    expect(like(PODS, lines.toSpliced(2, 0, lines[2] ?? '').join('\n'))).toMatchObject({ ok: false });
    expect(like(PODS, 'No resources found in default namespace.\n')).toMatchObject({ ok: false });
  });

  test('rows with stable names keep their order', () => {
    const services = text`
      NAME         TYPE        CLUSTER-IP     EXTERNAL-IP   PORT(S)        AGE
      kubernetes   ClusterIP   10.96.0.1      <none>        443/TCP        12m
      whoami       NodePort    10.96.96.213   <none>        80:32221/TCP   0s
    `;
    const [header = '', first = '', second = ''] = services.split('\n');
    expect(like(services, services.replace('32221', '30001').replace('10.96.0.1 ', '10.96.7.77'))).toMatchObject({
      ok: true,
    });
    expect(like(services, [header, second, first].join('\n'))).toMatchObject({ ok: false });
  });

  test('a value does not move from one column to an empty one', () => {
    const contexts = text`
      CURRENT   NAME        CLUSTER     NAMESPACE
      *         orchestre   orchestre   pods
                autre       autre       ${''}
    `;
    expect(like(contexts, contexts)).toMatchObject({ ok: true });
    expect(like(contexts, contexts.replace(/\*( {9})(.*)\n {10}/, ' $1$2\n*         '))).toMatchObject({ ok: false });
  });

  test('several tables, and text around them', () => {
    const all = (name: string, ip: string): string => text`
      deployment.apps/whoami condition met
      NAME                          READY   STATUS    RESTARTS   AGE
      pod/${name}   1/1     Running   0          1s

      NAME             TYPE       CLUSTER-IP     EXTERNAL-IP   PORT(S)        AGE
      service/whoami   NodePort   ${ip}   <none>        80:32221/TCP   0s
      fini
    `;
    const expected = all('whoami-6df8c6547f-fl648', '10.96.96.213');
    expect(like(expected, all('whoami-6df8c6547f-24q2z', '10.96.1.1   '))).toMatchObject({ ok: true });
    expect(like(expected, expected.replace('fini', 'raté'))).toMatchObject({ ok: false });
  });

  test('events: those of one object in their order, those of others anywhere', () => {
    const events = text`
      LAST SEEN   TYPE     REASON              OBJECT                        MESSAGE
      1s          Normal   Pulled              pod/whoami-6df8c6547f-fl648   Successfully pulled image "traefik/whoami:v1.11.0" in 119ms (119ms including waiting). Image size: 6115351 bytes.
      2s          Normal   Started             pod/whoami-6df8c6547f-fl648   Container started
      3s          Normal   ScalingReplicaSet   deployment/whoami             Scaled up replica set whoami-6df8c6547f from 0 to 3
    `;
    const [header, pulled, started, scaled] = events.replaceAll('fl648', 'zz648').split('\n');
    expect(
      like(events, [header, scaled, pulled, started].join('\n').replace('119ms (119ms', '1.2s (3.4s')),
    ).toMatchObject({ ok: true });
    expect(like(events, [header, started, pulled, scaled].join('\n'))).toMatchObject({ ok: false });
    expect(like(events, events.replace('from 0 to 3', 'from 0 to 2'))).toMatchObject({ ok: false });
  });

  test('of helm, with tabs, and of docker', () => {
    const helm =
      'NAME  \tNAMESPACE\tREVISION\tUPDATED                                \tSTATUS  \nwhoami\tdefault  \t1       \t2026-11-24 11:19:51.12 +0000 UTC\tdeployed\n';
    expect(like(helm, helm.replace('11:19:51.12', '12:00:00.123456789'))).toMatchObject({ ok: true });
    expect(like(helm, helm.replace('deployed', 'failed'))).toMatchObject({ ok: false });
    const docker = text`
      CONTAINER ID   IMAGE                  COMMAND                  CREATED          STATUS          PORTS                       NAMES
      ef925edc20be   kindest/node:v1.37.0   "/usr/local/bin/entr…"   12 minutes ago   Up 12 minutes   127.0.0.1:34139->6443/tcp   noeud
    `;
    expect(
      like(docker, docker.replace('ef925edc20be', 'ad5b044beff3').replace('Up 12 minutes', 'Up 4 seconds ')),
    ).toMatchObject({ ok: true });
    expect(like(docker, docker.replace('Up 12 minutes', 'Exited       '))).toMatchObject({ ok: false });
  });
});

describe('text', () => {
  test('trailing white space and final newlines do not count, separators may widen', () => {
    expect(like('a b\nc\n', 'a   b  \nc\n\n\n')).toMatchObject({ ok: true });
    expect(like('a\n  \nb', 'a\n\nb')).toMatchObject({ ok: true });
    expect(like('', '\n')).toEqual({ ok: true, shown: '\n' });
    expect(like('', 'a')).toMatchObject({ ok: false });
    expect(like('a', '')).toMatchObject({ ok: false });
  });

  test('indentation and blank lines do', () => {
    expect(like('spec:\n  replicas: 3', 'spec:\n    replicas: 3')).toMatchObject({ ok: false });
    expect(like('a\n\nb', 'a\nb')).toMatchObject({ ok: false });
    expect(like('a b', 'ab')).toMatchObject({ ok: false });
  });

  test('lines keep their order', () => {
    expect(like('a\nb', 'b\na')).toMatchObject({ ok: false });
  });

  test('describe, YAML and logs, as another run prints them', () => {
    const describe = text`
      Name:             whoami-6df8c6547f-fl648
      Start Time:       Tue, 24 Nov 2026 11:19:50 +0000
      Labels:           app=whoami
                        pod-template-hash=6df8c6547f
      IP:               10.244.0.100
      Containers:
        whoami:
          Container ID:   containerd://f82afe7d5aa341c65d0d04251adb555a6873450cadf03cf56bc15b5699340680
      Events:
        Type    Reason     Age   From     Message
        ----    ------     ----  ----     -------
        Normal  Pulled     1s    kubelet  Container image "nginx" already present on machine
    `;
    const again = describe
      .replace('fl648', 'gqjrz')
      .replace('Tue, 24 Nov 2026 11:19:50', 'Wed, 02 Dec 2026 01:02:03')
      .replace('10.244.0.100', '10.244.1.7')
      .replace('f82afe7d', '00000000')
      .replace('Age   From', 'Age    From')
      .replace('----  ----  ', '----   ----  ')
      .replace('1s    kubelet', '3m12s  kubelet');
    expect(like(describe, again)).toEqual({ ok: true, shown: again });
    expect(like(describe, again.replace('Pulled', 'Failed'))).toMatchObject({ ok: false });
  });
});
