/** `proven`, or words of the refusal: each of what a tired author could write, and how it has to be judged. */
export type CaseVerdict = 'proven' | { readonly refused: string };

const refused = (words: string): CaseVerdict => ({ refused: words });

/**
 * Lessons that were judged wrongly once, by the file's name; a comment in each says why. Words are of the message, so
 * that a lesson refused for another reason is a failure.
 */
export const VERDICTS: Readonly<Record<string, CaseVerdict>> = {
  '06l-return-middle': refused('return'),
  '06o-trap-err': refused('false'),
  '08b-cr-progress': 'proven',
  '11b-alias': 'proven',
  '20f-python-daemon': refused('sleep 1006'),
  'A02-only-ellipsis-error-text': refused('…'),
  'A06-stale-file-after-cd': refused('version 2'),
  'A07-jsx-pre': refused('<pre>'),
  'A07d-expression': refused('expression'),
  'A09-lang-constructor': refused('langage'),
  'A10-attr-constructor': refused('constructor'),
  'A14-printf-function': 'proven',
  'A16-skip-with-output': refused('skip'),
  'A23-env-secret': refused('…'),
  'A24-retry-wrong-attempt': refused('2/3 CrashLoopBackOff'),
  'B03-retry-mutates-state': refused('retry'),
  'B08-hidden-sets-variable': refused('hidden'),
  'B11-check-with-side-effect': refused('check'),
  'C14a-subst-middle-failure-value': 'proven',
  'C24-eval-syntax': 'proven',
  'C41-last-status': 'proven',
  'D04-subst-silent-wrong': refused('fini'),
  't15c-after-unset-context': refused('localhost:8080'),
  't16d-label-node': refused('Node/'),
  't16f-delete-storageclass': refused('StorageClass/standard'),
  't17-finalizer': refused('finalizer exemple.fr/jamais'),
  't19d-dropped-field': refused('emptyDir.mode'),
  't42-nodeport-fixed': refused('30080'),
  't43-cpu-jsonpath': refused('250m'),
  't45-name-looks-random': refused('app-php74'),
  't46-same-pod-identity': refused('web-'),
  't47-events-order': refused('ordre'),
  't48-yaml-exit1-wrong-reason': refused('output'),
  't50-stale-file-after-cd-apply': refused('configured'),
  't57-apiservice-left': refused('APIService/v1.geo.exemple.fr'),
  't67-wait-delete-typo': refused('aa'),
};
