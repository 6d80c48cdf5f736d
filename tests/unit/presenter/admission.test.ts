import { expect, test } from 'vitest';
import { bridgeRefusal, hostRefusal, isToken, newToken } from '../../../src/presenter/admission.ts';

const token = newToken();
const asked = (headers: Readonly<Record<string, string>> = {}) => ({
  method: 'GET',
  url: '/pont',
  headers: {
    host: '127.0.0.1:4330',
    origin: 'http://127.0.0.1:4330',
    'sec-websocket-protocol': `orchestre.v1, jeton.${token}`,
    ...headers,
  },
});
const admission = { port: 4330, token };

test('a token has 256 bits, another one each time', () => {
  expect(Buffer.from(token, 'base64url')).toHaveLength(32);
  expect(newToken()).not.toBe(token);
});

test('a page of ours with the token is let in, by both names of this machine', () => {
  expect(bridgeRefusal(asked(), admission)).toBeUndefined();
  const localhost = asked({ host: 'localhost:4330', origin: 'http://localhost:4330' });
  expect(bridgeRefusal(localhost, admission)).toBeUndefined();
});

test.each([
  '127.0.0.1',
  'localhost',
  '127.0.0.1:4331',
  '127.0.0.1:4330.mechant.example',
  'LOCALHOST:4330',
  '[::1]:4330',
  '',
])('the host « %s » is not ours', (host) => {
  expect(hostRefusal(asked({ host }), admission)).toContain('hôte inconnu');
});

test.each([
  'null',
  'http://127.0.0.1',
  'https://127.0.0.1:4330',
  'http://localhost:4330',
  'http://127.0.0.1:43300',
  '',
])('the origin « %s » is not the page’s', (origin) => {
  expect(bridgeRefusal(asked({ origin }), admission)).toContain('autre origine');
});

test.each([token.slice(0, -1), `${token}A`, token.toLowerCase(), ''])(
  'the token « %s » is wrong, and never told',
  (wrong) => {
    const refusal = bridgeRefusal(asked({ 'sec-websocket-protocol': `orchestre.v1, jeton.${wrong}` }), admission);
    expect(refusal).toBe('jeton faux');
  },
);

test('what somebody else wrote cannot write to the terminal', () => {
  const refusal = bridgeRefusal(asked({ origin: '\u001b[2J\nfaux' }), admission) ?? '';
  expect(refusal).not.toMatch(/[\u0000-\u001f]/);
});

test('a token is as long as ours, whoever gives it', () => {
  expect(isToken(newToken())).toBe(true);
  const wrong = ['', 'x', `${newToken()}x`, `${newToken()}\n`, newToken().replace(/.$/, ' ')];
  expect(wrong.filter(isToken)).toEqual([]);
});
