import { describe, expect, test } from 'vitest';
import { like } from '../../../src/judge/accept/like.ts';
import { scopeOf } from '../../../src/judge/accept/scope.ts';
import { VOLATILE } from '../../../src/judge/accept/volatile.ts';

const hex = (length: number, digit: string): string => `${digit}f`.repeat(length / 2);

/** By class: texts in which a value changed that may change. */
const ACCEPTED: Record<string, readonly (readonly [string, string])[]> = {
  consommation: [
    [
      'NAME   CPU(cores)   MEMORY(bytes)\nweb    3m           12Mi',
      'NAME   CPU(cores)   MEMORY(bytes)\nweb    101m         8Mi',
    ],
  ],
  identifiant: [['ID             NAME\nx3k9q1x0abcd   web.1', 'ID             NAME\n0a1b2c3d4e5z   web.1']],
  dateIso: [
    ['lastTransitionTime: "2026-11-24T11:19:54Z"', 'lastTransitionTime: "2027-01-02T00:00:00Z"'],
    ['2026-11-24 11:19:57.612162647 +0000', '2026-11-25 01:02:03.4 +0000'],
    ['2026-11-24 11:19:57.612 UTC [1] LOG:  ready', '2026-11-24 11:20:00.001 UTC [1] LOG:  ready'],
  ],
  dateJournal: [
    ['2026/11/24 11:19:51 Starting up on port 80', '2026/12/01 00:00:00 Starting up on port 80'],
    ['10.0.0.7 - - [24/Nov/2026:11:19:51 +0000] "GET /"', '10.0.0.7 - - [01/Dec/2026:01:01:01 +0000] "GET /"'],
  ],
  dateKlog: [
    [
      'I1124 11:07:35.481994       1 shared_informer.go:531] synced',
      'I0102 01:02:03.000001      12 shared_informer.go:531] synced',
    ],
  ],
  dateLettres: [
    ['Start Time:       Tue, 24 Nov 2026 11:19:50 +0000', 'Start Time:       Wed, 02 Dec 2026 01:02:03 +0000'],
    ['Date: Tue, 24 Nov 2026 11:19:50 GMT', 'Date: Wed, 02 Dec 2026 01:02:03 GMT'],
    ['Tue Nov 24 11:19:55 UTC 2026', 'Wed Dec  2 01:02:03 UTC 2026'],
  ],
  dateFichier: [['drwxr-xr-x 2 root root 4096 Nov 24 11:19 conf', 'drwxr-xr-x 2 root root 4096 Dec  2 01:02 conf']],
  heure: [
    ['11:19:51 prêt', '01:02:03.5 prêt'],
    ['[11:19:51] prêt', '[01:02:03] prêt'],
    ['web-1  | 11:19:51 prêt', 'web-1  | 01:02:03 prêt'],
    ['INFO 11:19:51 prêt', 'INFO 01:02:03 prêt'],
  ],
  repertoireHorodate: [['..data -> ..2026_11_24_11_19_51.123456789', '..data -> ..2027_01_02_01_02_03.42']],
  uuid: [['uid: 2a85ee31-09ab-4ae9-9849-9c6c024c9c7e', 'uid: 0d04c937-15cb-43e7-a326-021a236a9f7b']],
  empreinte: [[`whoami@sha256:${hex(64, '1')}`, `whoami@sha256:${hex(64, '2')}`]],
  hexa64: [[`containerd://${hex(64, '1')}`, `containerd://${hex(64, '2')}`]],
  hexa40: [[`révision ${hex(40, '1')}`, `révision ${hex(40, '2')}`]],
  hexa12: [
    ['ef925edc20be', 'ad5b044beff3'],
    ['Hostname: ef925edc20be', 'Hostname: ad5b044beff3'],
  ],
  evenement: [['whoami.17c3f2a9b8d4e5f6', 'whoami.07c3f2a9b8d4e5f0']],
  swarm: [
    ['dxn1zf6l61qsb1josjja83ngz', '7uk9xqmz1v2w3tq6l61qsb1jo'],
    ['web.1.dxn1zf6l61qsb1josjja83ngz', 'web.1.7uk9xqmz1v2w3tq6l61qsb1jo'],
    [
      'Swarm initialized: current node (dxn1zf6l61qsb1josjja83ngz) is now a manager.',
      'Swarm initialized: current node (7uk9xqmz1v2w3tq6l61qsb1jo) is now a manager.',
    ],
    ['web.1.z1e7qo8oc6fe@vagrantbox-1    | prêt', 'web.1.0a1b2c3d4e5z@vagrantbox-1    | prêt'],
    [
      'ID                            HOSTNAME       STATUS    AVAILABILITY\ndxn1zf6l61qsb1josjja83ngz *   vagrantbox-1   Ready     Active',
      'ID                            HOSTNAME       STATUS    AVAILABILITY\n7uk9xqmz1v2w3tq6l61qsb1jo *   vagrantbox-1   Ready     Active',
    ],
  ],
  jetonSwarm: [
    [
      `docker swarm join --token SWMTKN-1-${hex(50, '1')}-dxn1zf6l61qsb1josjja83ngz 172.18.0.5:2377`,
      `docker swarm join --token SWMTKN-1-${hex(50, '2')}-7uk9xqmz1v2w3tq6l61qsb1jo 172.18.0.9:2377`,
    ],
  ],
  hachage: [
    ['replicaset.apps/whoami-6df8c6547f created', 'replicaset.apps/whoami-f68fc47d9 created'],
    ['pod-template-hash=6df8c6547f', 'pod-template-hash=74b4c8b498'],
  ],
  minuteCronJob: [['job.batch/sauvegarde-29928300', 'job.batch/sauvegarde-29928301']],
  suffixe: [
    ['pod/whoami-6df8c6547f-fl648 created', 'pod/whoami-77c9b4d5f6-24648 created'],
    ['whoami-6df8c6547f-fl648', 'whoami-6df8c6547f-https'],
    ['kindnet-n52b6', 'kindnet-xbdcf'],
    ['Created pod: pi-c5l26', 'Created pod: pi-zzzzz'],
  ],
  mac: [['02:42:ac:11:00:02', '02:42:ac:11:00:1f']],
  ipv6: [['IP: fe80::305f:4eff:fe3d:cacc', 'IP: fd00:10:244::5']],
  ipv4: [
    ['IP: 10.244.0.102', 'IP: 192.168.1.7'],
    ['Endpoints: 10.244.0.102:80,10.244.0.101:80', 'Endpoints: 10.244.1.2:80,10.244.0.3:80'],
    ['10.244.0.0/24', '10.244.2.0/24'],
  ],
  portDeNoeud: [
    ['80:32221/TCP', '80:30001/TCP'],
    ['NodePort:   <unset>  32221/TCP', 'NodePort:   <unset>  31000/TCP'],
    ['    nodePort: 32221', '    nodePort: 30001'],
  ],
  portEphemere: [
    ['127.0.0.1:34139->6443/tcp', '127.0.0.1:45001->6443/tcp'],
    ['RemoteAddr: 10.244.0.103:36988', 'RemoteAddr: 10.244.0.1:1188'],
  ],
  version: [['  resourceVersion: "4313"', '  resourceVersion: "98765"']],
  cheminTemporaire: [
    ['diff -u -N /tmp/LIVE-4142939367/apps.v1', 'diff -u -N /tmp/LIVE-155417/apps.v1'],
    ['/tmp/tmp.AbCdEf0123', '/tmp/tmp.qwertyuiop'],
  ],
  duree: [
    ['NAME   AGE\nweb    12s', 'NAME   AGE\nweb    3m4s'],
    ['LAST SEEN   TYPE\n3s (x2 over 10s)   Normal', 'LAST SEEN   TYPE\n12s   Normal'],
    [
      'NAME   COMPLETIONS   DURATION   AGE\npi   1/1   4s   9s',
      'NAME   COMPLETIONS   DURATION   AGE\npi   1/1   5s   12m',
    ],
    [
      'web-6df8c6547f-fl648   1/1     Running   1 (5s ago)   7s',
      'web-6df8c6547f-fl648   1/1     Running   1 (1m ago)   2m',
    ],
    ['default   Active   12m', 'default   Active   3d'],
    ['12s   Normal   Pulled   pod/duo   fini', '3m   Normal   Pulled   pod/duo   fini'],
    ['Warning  BackOff  3s (x2 over 10s)  kubelet', 'Warning  BackOff  12s  kubelet'],
    ['    Normal   Pulled     17s    kubelet  fini', '    Normal   Pulled     3m4s    kubelet  fini'],
    ['1 (5s ago)', '1 (3m4s ago)'],
    [
      '  kube-system   coredns   100m (1%)   0 (0%)   70Mi (0%)   170Mi (1%)   12m',
      '  kube-system   coredns   100m (1%)   0 (0%)   70Mi (0%)   170Mi (1%)   3d',
    ],
    ['ready in 119ms (1.2s including waiting).', 'ready in 1m2.5s (34ms including waiting).'],
    ['resource was stuck after 12s', 'resource was stuck after 1m3s'],
    ['done, took 12ms', 'done, took 1.5s'],
    [
      'verify: Waiting 5 seconds to verify that tasks are stable...',
      'verify: Waiting 1 second to verify that tasks are stable...',
    ],
    ['#5 DONE 0.3s', '#5 DONE 12.1s'],
    ['64 bytes: seq=0 ttl=63 time=0.087 ms', '64 bytes: seq=0 ttl=63 time=12.1 ms'],
    ['rtt min/avg/max = 0.087/0.090/0.110 ms', 'rtt min/avg/max = 0.1/0.2/0.3 ms'.replace(/0\.(\d)/g, '0.$10')],
    ['real\t0m1.234s', 'real\t1m0.001s'],
  ],
  dureeLettres: [
    ['Up 12 minutes', 'Up About an hour'],
    ['Running about a minute ago', 'Running 12 seconds ago'],
    ['Exited (0) 3 seconds ago', 'Exited (0) Less than a second ago'],
    [
      'NAME      NODE           DESIRED STATE   CURRENT STATE           ERROR     PORTS\nweb.1     vagrantbox-1   Running         Running 3 seconds ago             ',
      'NAME      NODE           DESIRED STATE   CURRENT STATE                ERROR     PORTS\nweb.1     vagrantbox-1   Running         Running about a minute ago             ',
    ],
    ['Up 3 seconds (healthy)', 'Up About a minute (healthy)'],
  ],
};

test('every class has its examples', () => {
  expect(Object.keys(ACCEPTED).sort()).toEqual([...new Set(VOLATILE.map(({ name }) => name))].sort());
});

test.each(Object.entries(ACCEPTED).flatMap(([name, pairs]) => pairs.map((pair) => [name, ...pair] as const)))(
  '%s: « %s » may become « %s », and back',
  (_, one, other) => {
    expect(like(one, other)).toMatchObject({ ok: true });
    expect(like(other, one)).toMatchObject({ ok: true });
  },
);

describe('what looks volatile and is not', () => {
  test.each([
    ['a count', 'restartCount: 0', 'restartCount: 1'],
    ['a port of a container', '80/TCP', '8080/TCP'],
    ['the port of an address', '10.244.0.1:80', '10.244.0.1:8080'],
    ['the mask of a network', '10.244.0.0/24', '10.244.0.0/16'],
    ['the loopback address', 'Forwarding from 127.0.0.1:8080 -> 80', 'Forwarding from 10.0.0.1:8080 -> 80'],
    ['the loopback address of IPv6', 'IP: ::1', 'IP: fe80::1'],
    ['a version', 'v1.37.0', 'v1.37.1'],
    ['an image’s tag', 'nginx:1.26', 'nginx:1.30'],
    ['a share of a processor', 'cpu: 100m', 'cpu: 200m'],
    ['a share of a processor in a quota', 'requests.cpu: 100m/1', 'requests.cpu: 200m/1'],
    ['a setting', '--timeout=30s', '--timeout=60s'],
    ['a setting in YAML', 'pollInterval: 30s', 'pollInterval: 60s'],
    ['a probe', 'delay=0s timeout=1s period=10s', 'delay=0s timeout=1s period=20s'],
    ['a toleration', 'op=Exists for 300s', 'op=Exists for 30s'],
    ['a command', 'Command: sleep 30s', 'Command: sleep 60s'],
    ['a word after a hyphen', 'whoami-https', 'whoami-grpcs'],
    ['a name with a duration', 'job-30s', 'job-40s'],
    ['a StatefulSet’s Pod', 'db-0', 'db-1'],
    ['an unknown age', 'AGE: 12s', 'AGE: <unknown>'],
    ['a time of day that was set', 'startTime: 02:00:00', 'startTime: 03:00:00'],
    ['a number of twelve digits', '123456789012', '123456789013'],
    ['the level of a log', 'I1124 11:07:35.481994 1 a.go:5] x', 'E1124 11:07:35.481994 1 a.go:5] x'],
    ['an address for a duration', 'in 12s', 'in 10.0.0.1'],
    ['a date without time of day', '2026-11-24', '2026-11-25'],
    ['the state of a task', 'Running 3 seconds ago', 'Shutdown 3 seconds ago'],
    ['the health of a container', 'Up 3 seconds (healthy)', 'Up 3 seconds (unhealthy)'],
    ['the number of a task', 'web.1.z1e7qo8oc6fe@vagrantbox-1', 'web.2.z1e7qo8oc6fe@vagrantbox-1'],
    ['the machine of a task', 'web.1.z1e7qo8oc6fe@vagrantbox-1', 'web.1.z1e7qo8oc6fe@vagrantbox-2'],
    ['a number of tasks', 'overall progress: 3 out of 3 tasks', 'overall progress: 2 out of 3 tasks'],
    [
      'the version of a token',
      `SWMTKN-1-${hex(50, '1')}-dxn1zf6l61qsb1josjja83ngz`,
      `SWMTKN-2-${hex(50, '1')}-dxn1zf6l61qsb1josjja83ngz`,
    ],
    ['a temporary directory’s stable part', '/tmp/LIVE-4142939367/a', '/tmp/MERGED-4142939367/a'],
  ])('%s', (_, expected, actual) => {
    expect(like(expected, actual)).toMatchObject({ ok: false });
  });
});

describe('where the snippet speaks to a container engine', () => {
  const docker = scopeOf('docker service ls | grep web', new Set());
  const row = (id: string, replicas = '3/3') => `${id}   web       replicated   ${replicas}        nginx:1.30`;

  test('the id of a row without its header is volatile, its replicas are not', () => {
    expect(like(row('x3k9q1x0abcd'), row('0a1b2c3d4e5z'), docker).ok).toBe(true);
    expect(like(row('x3k9q1x0abcd'), row('0a1b2c3d4e5z', '2/3'), docker).ok).toBe(false);
    expect(like(row('x3k9q1x0abcd'), row('0a1b2c3d4e5z')).ok).toBe(false);
  });

  test('so is a version of its store', () => {
    expect(like('            "Index": 21', '            "Index": 204', docker).ok).toBe(true);
    expect(like('            "Index": 21', '            "Index": 204').ok).toBe(false);
  });
});
