import { errorAt } from '../lesson/finding.ts';
import type { Finding } from '../lesson/types.ts';
import type { InternetLink } from './internet-links.ts';

/** Programs that a browser opens by an address of theirs. */
const OTHERS = /^(?:mailto|tel):[^\s]+$/i;

/** @returns what no browser could make of an address, or would leave as text; nothing where it is well written */
export function addressFinding({ address, position }: InternetLink): Finding | undefined {
  const fault = faultOf(address);
  if (fault === undefined) return undefined;
  const [why, fix] = fault;
  return errorAt(position, { code: 'lien-invalide', message: `l’adresse « ${address} » ${why}`, fix });
}

function faultOf(address: string): readonly [why: string, fix: string] | undefined {
  if (OTHERS.test(address)) return undefined;
  if (/\s/.test(address)) return ['contient une espace', 'retirez-la, ou écrivez %20'];
  if (!/^https?:\/\//i.test(address))
    return ['n’est pas celle d’une page de l’internet', 'commencez-la par « https:// »'];
  const url = URL.parse(address);
  if (url === null) return ['ne se lit pas', 'corrigez-la : recopiez celle de votre navigateur'];
  if (url.username !== '' || url.password !== '')
    return ['contient un nom ou un mot de passe', 'retirez ce qui précède « @ »'];
  if (PRIVATE.test(url.hostname))
    return [
      `mène à « ${url.hostname} », que seul votre réseau connaît`,
      'donnez une adresse publique, ou mettez-la entre accents graves',
    ];
  return undefined;
}

/** Names and numbers that mean something only in one network. @see https://www.rfc-editor.org/rfc/rfc6761 and rfc1918 */
const PRIVATE =
  /^[^.]*$|\.(?:example|internal|invalid|local|localhost|test)$|^(?:10|192\.168|172\.(?:1[6-9]|2\d|3[01]))(?:\.\d+)+$/;
