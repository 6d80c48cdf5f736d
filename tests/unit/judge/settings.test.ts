import { expect, test } from 'vitest';
import { like } from '../../../src/judge/accept/like.ts';

/** Settings as they stand in the YAML, the commands and the outputs of public projects, in our own words. */
const SETTINGS = `
timeout.reconciliation: 120s
timeout.hard.reconciliation: 0s → 5s
  duration: 2160h
  renewBefore: 360h
      request: 10s
      backendRequest: 2s
keepalive_timeout 65s;
proxy_read_timeout 300s;
    proxy_connect_timeout   60s;
client_body_timeout 12s;
resolver 10.96.0.10 valid=30s;
scrape_interval: 15s
  scrape_timeout: 10s
    evaluation_interval: 1m
      for: 5m
  repeat_interval: 4h
  group_wait: 30s
  group_interval: 5m
interval: 1m0s
  retryInterval: 30s
  timeout: 3m
    pollingInterval: 30s
  cooldownPeriod: 300s
    initialDelay: 10s
    maxDelay: 5m
      perTryTimeout: 2s
      baseEjectionTime: 3m
      connectTimeout: 30ms
  ttl: 24h
      ttlSecondsAfterFinished: 100s
      expiry: 8760h
      maxAge: 720h
--timeout=30s
--grace-period=30s
--node-monitor-grace-period=40s
--pod-eviction-timeout=5m0s
--sync-period 10s
--leader-elect-lease-duration=15s
--request-timeout='10s'
    - --metric-resolution=15s
    - "--kubelet-timeout=10s"
args: ["sleep", "3600s"]
command: sleep 30s
sleep 5m
  - sleep 1h
op=Exists for 300s
node.kubernetes.io/not-ready:NoExecute op=Exists for 300s
    Liveness:       http-get http://:8080/ delay=3s timeout=1s period=10s #success=1 #failure=3
    Readiness: exec [cat /tmp/ok] delay=5s timeout=1s period=5s
  retention: 15d
      storage.tsdb.retention.time: 30d
  schedule: "@every 5m"
  refresh_interval: 5s
WAIT_HOSTS_TIMEOUT=300s
CACHE_TTL=10m
TIMEOUT=30s ./attendre.sh
"lease": "15s",
{"interval":"30s","enabled":true}
  cacheTTL: 5m
  window: 60s
  stabilization: 300s
  healthcheck: 30s
    interval: 1m30s
    start_period: 40s
  stop_grace_period: 1m
      delay: 5s
      monitor: 20s
  update-delay 10s
http_timeout = 10s
poll = 500ms
web   30s
CPU_REQUEST 100m
cpu: 250m
      cpu: "500m"
    averageValue: 500m
  cpu   100m   500m
100m
model: gemma3:270m
  hard: requests.cpu=400m
requests.cpu     100m   400m
  startTime: "02:00:00"
  endTime: 06:30:00
heures: de 08:00:00 à 18:00:00
compte 123456789012
arn:aws:iam::123456789012:role/web
  accountId: 123456789012
`
  .trim()
  .split('\n')
  .map((line) => line.replace(/ → .*/, ''));

/** The same line with another value. */
function other(line: string): string {
  return line.replace(/\d+(?=\D*$)/, (digits) => String(Number(digits[0]) === 7 ? 8 : 7) + digits.slice(1));
}

test.each(SETTINGS)('« %s » was set by somebody, and is no measure', (line) => {
  expect(other(line)).not.toBe(line);
  expect(like(line, other(line)).ok).toBe(false);
});

test.each([
  'CPU_REQUEST',
  'CPU',
  'MEMORY',
  'CPU REQUESTS',
  'TIMEOUT',
  'REQUESTEDDURATION',
  'DURATION',
  'INTERVAL',
  'PERIOD',
  'TTL',
])('nor is what stands under %s', (title) => {
  for (const [one, two] of [
    ['100m', '900m'],
    ['64Mi', '512Mi'],
    ['24h', '1h'],
    ['30s', '3s'],
    ['2', '16'],
  ] as const) {
    expect(like(`NAME   ${title}\nweb    ${one}`, `NAME   ${title}\nweb    ${two}`).ok).toBe(false);
  }
});
