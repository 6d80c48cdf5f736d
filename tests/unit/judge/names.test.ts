import { expect, test } from 'vitest';
import { Phrase } from '../../../src/judge/accept/phrase.ts';
import { like } from '../../../src/judge/accept/like.ts';

const KINDS = ['pod', 'deployment.apps', 'configmap', 'service'];
const BASES = ['app', 'web', 'mail', 'nas', 'my-app', 'base-de-donnees', 'whoami', 'team-a', 'k8s', 'node'];
/** What authors put behind a hyphen: words, numbers, versions, protocols. */
const ENDINGS = [
  ...[
    'php82',
    'php84',
    'php74',
    'jdk22',
    'jdk25',
    'nfsv4',
    'nfsv3',
    'smtps',
    'https',
    'http2',
    'grpcs',
    'mqtts',
    'pgsql',
  ],
  ...[
    'mssql',
    'plsql',
    'html5',
    'xhtml',
    'tmpfs',
    'btrfs',
    'dhcp4',
    'dhcp6',
    'rdbms',
    'ppc64',
    'tls22',
    'vpn42',
    'snmp2',
  ],
  ...['0', '1', '12', '2024', 'v1', 'v2', 'v10', 'blue', 'green', 'canary', 'prod', 'test', 'stage', 'cache', 'redis'],
  ...[
    'nginx',
    'mysql',
    'kafka',
    'front',
    'proxy',
    'admin',
    'users',
    'order',
    'sidecar',
    'primary',
    'replica',
    'worker2',
  ],
  ...['xl', 'sm', 'db', 'svc', 'tcp', 'udp', 'dns', 'crd', 'tls', 'ssl', 'pvc', 'rwx', 'nfs', 'ftp', 'ssh', 'vpn'],
  ...[
    '80',
    '443',
    '8080',
    '30080',
    '5432',
    '1-26',
    '1-30',
    'a1b2',
    'x86',
    'amd64',
    'arm64',
    's390x',
    'us-east-1',
    'eu-west-3',
  ],
];

test('a name that somebody gave is not read as a random one', () => {
  const names = BASES.flatMap((base) => ENDINGS.map((ending) => `${base}-${ending}`));
  const misread = names.filter((name) =>
    KINDS.some((kind) => new Phrase(`${kind}/${name} created`).tokens.some(({ volatile }) => volatile)),
  );
  expect(misread).toEqual([]);
});

test.each(['abcdf', 'https', 'zz2l6', 'fl648', 'xqjrz', '24648', 'n52b6'])(
  'and one that ends with %s is so only where Kubernetes could have drawn it',
  (suffix) => {
    const isRandom = !['abcdf', 'https'].includes(suffix);
    expect(like('kindnet-xbdcf', `kindnet-${suffix}`).ok).toBe(isRandom);
  },
);
