/**
 * The one table of what changes from run to run without meaning anything. `like` accepts one value of a class for
 * another of the same class, and nothing else; so a class must be recognised by its shape alone, and a shape that an
 * author could have chosen himself stays out. Left out on purpose: process ids, memory sizes, counts and dates without
 * a time of day (they look like any number or datum), ports under 30000, loopback addresses, `<unknown>` and
 * `<invalid>` ages (they mean something): there an author writes `…`.
 */
export interface VolatileClass {
  /** Identifier, and name of its group in the compiled expression. */
  readonly name: string;
  /** French, with its article: « une durée ». */
  readonly label: string;
  /** Without capturing groups or flags; looks around itself so that it never takes a part of a longer word. */
  readonly pattern: RegExp;
  /** It makes the name of an object random: rows with such a name have no order. */
  readonly naming?: true;
  /** It is volatile only in the cells of these columns, which it then fills. */
  readonly columns?: RegExp;
}

const DAY = '(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)';
const MONTH = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)';
const TIME = String.raw`\d\d:\d\d:\d\d(?:[.,]\d+)?`;
const BYTE = String.raw`(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)`;
/** As apimachinery's `duration.HumanDuration` and Go's `time.Duration` print them. */
const DURATION = String.raw`(?:\d+y)?(?:\d+d)?(?:\d+h)?(?:\d+m)?(?:\d+(?:\.\d+)?(?:s|ms|µs|us|ns))?`;
/** What precedes a duration that somebody configured. */
const SETTING = String.raw`(?:[Tt]imeout|[Ii]nterval|[Pp]eriod|[Dd]elay|[Tt]tl|TTL|[Dd]eadline|[Gg]race)["']?[:=]\s*["']?`;
/** `k8s.io/apimachinery/pkg/util/rand`: no vowels, no 0, 1 or 3. */
const SUFFIX = '[bcdfghjklmnpqrstvwxz2456789]{5}';
/** Words of five letters that this alphabet can spell. */
const WORDS = 'https|http2|grpcs|pgsql|mssql|rdbms|tmpfs|btrfs|xhtml|dhcp4|dhcp6';
/** Digits of a 32-bit FNV sum through `rand.SafeEncodeString`, which maps the ten digits to these ten characters. */
const HASH = '[4-9bcdf]{7,10}';

const re = (source: string): RegExp => new RegExp(source, 'u');

/** In order: at one place of a text, the first class that fits wins. */
export const VOLATILE: readonly VolatileClass[] = [
  {
    name: 'consommation',
    label: 'une consommation mesurée',
    pattern: /^\d+(?:m|[KMG]i|%)?$/,
    columns: /^(?:CPU|MEMORY)(?:\([a-z%]+\)|%)?$/,
  },
  {
    // Of Swarm, whose identifiers docker cuts to twelve characters.
    name: 'identifiant',
    label: 'un identifiant',
    pattern: /^[0-9a-z]{12}$/,
    naming: true,
    columns: /^(?:[A-Z]+ )?ID$/,
  },
  {
    name: 'dateIso',
    label: 'une date et une heure',
    pattern: re(
      String.raw`(?<!\d)\d{4}-\d\d-\d\d[T ]${TIME}(?: ?(?:Z|[+-]\d\d:?\d\d|UTC)(?: UTC)?)?(?: m=[+-][\d.]+)?(?!\w)`,
    ),
  },
  {
    name: 'dateJournal',
    label: 'une date de journal',
    pattern: re(String.raw`(?<!\d)(?:\d{4}/\d\d/\d\d ${TIME}|\d\d/${MONTH}/\d{4}:${TIME} [+-]\d{4})(?!\w)`),
  },
  {
    name: 'dateKlog',
    label: 'une date de journal',
    pattern: re(String.raw`(?<=(?<!\w)[IWEF])\d{4} ${TIME}(?:\s+\d+(?= \S+:\d+\]))?`),
  },
  {
    name: 'dateLettres',
    label: 'une date et une heure',
    pattern: re(
      String.raw`(?=[A-Z])(?<!\w)(?:${DAY}, \d\d ${MONTH} \d{4} ${TIME} (?:GMT|UTC|[+-]\d{4})|${DAY} ${MONTH}\s+\d{1,2} ${TIME} (?:[A-Z]{3,4} )?\d{4})(?!\w)`,
    ),
  },
  {
    name: 'dateFichier',
    label: 'la date d’un fichier',
    pattern: re(String.raw`(?=[A-Z])(?<!\w)${MONTH}\s+\d{1,2}\s+\d\d:\d\d(?::\d\d)?(?![\w:])`),
  },
  { name: 'heure', label: 'une heure', pattern: re(String.raw`(?<![\w:.])${TIME}(?![\w:])`) },
  {
    // Kubernetes' atomic writer names a volume's data directory so.
    name: 'repertoireHorodate',
    label: 'un répertoire horodaté',
    pattern: /(?<=\.\.)\d{4}(?:_\d\d){5}\.\d+/,
  },
  {
    name: 'uuid',
    label: 'un UUID',
    pattern: /(?<![0-9a-zA-Z])[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}(?![0-9a-zA-Z])/,
    naming: true,
  },
  { name: 'empreinte', label: 'une empreinte', pattern: /(?<!\w)sha256:[0-9a-f]{12,64}(?!\w)/ },
  { name: 'hexa64', label: 'un identifiant hexadécimal', pattern: /(?<![\w-])[0-9a-f]{64}(?!\w)/, naming: true },
  {
    name: 'hexa40',
    label: 'une révision Git',
    pattern: /(?<![\w-])(?=\d*[a-f])(?=[a-f]*\d)[0-9a-f]{40}(?![\w-])/,
    naming: true,
  },
  {
    // Alone, neither a number nor a word; first on its line (docker ps), anything.
    name: 'hexa12',
    label: 'un identifiant de conteneur',
    pattern: /(?<![\w-])(?:^|(?=\d*[a-f])(?=[a-f]*\d))[0-9a-f]{12}(?![\w-])/,
    naming: true,
  },
  {
    name: 'evenement',
    label: 'le numéro d’un événement',
    pattern: /(?<=\w\.)(?=\d*[a-f])[0-9a-f]{16}(?![\w-])/,
    naming: true,
  },
  {
    name: 'swarm',
    label: 'un identifiant Swarm',
    pattern: /(?<![\w-])(?=\d*[a-z])(?=[a-z]*\d)[0-9a-z]{25}(?![\w-])/,
    naming: true,
  },
  {
    // In a Pod's name, before its suffix, any hash; alone, one that is neither a number nor a word.
    name: 'hachage',
    label: 'le hachage d’un modèle de Pod',
    pattern: re(
      String.raw`(?<=[a-z0-9]-)${HASH}(?=-${SUFFIX}(?![\w-]))|(?<=[a-z0-9]-|(?:template|revision)-hash(?:=|"?: "?))(?=\d*[bcdf])(?=[bcdf]*\d)${HASH}(?![\w-])`,
    ),
    naming: true,
  },
  {
    // The scheduled time of a CronJob, in minutes since 1970, names its Job: 29 to 35 million until 2038.
    name: 'minuteCronJob',
    label: 'la minute d’un CronJob',
    pattern: /(?<=[a-z0-9]-)(?:29|3[0-5])\d{6}(?!\w)/,
    naming: true,
  },
  {
    name: 'suffixe',
    label: 'un suffixe aléatoire',
    pattern: re(String.raw`(?<=[a-z0-9]-)(?:(?<=-${HASH}-)|(?!(?:${WORDS})(?!\w)))${SUFFIX}(?![\w-])`),
    naming: true,
  },
  { name: 'mac', label: 'une adresse MAC', pattern: /(?<![\w:])(?:[0-9a-f]{2}:){5}[0-9a-f]{2}(?![\w:])/ },
  {
    // `::` and `::1` are the same everywhere; a compressed address has a digit, a C++ name has none.
    name: 'ipv6',
    label: 'une adresse IPv6',
    pattern:
      /(?<![\w:.])(?!::1?(?![\w:]))(?=[a-f:]*\d)(?:(?:[0-9a-f]{1,4}:){7}[0-9a-f]{1,4}|(?:[0-9a-f]{1,4}(?::[0-9a-f]{1,4}){0,6})?::(?:[0-9a-f]{1,4}(?::[0-9a-f]{1,4}){0,6})?)(?![\w:])/,
  },
  {
    // The mask of a network is no part of it, and stays stable.
    name: 'ipv4',
    label: 'une adresse IPv4',
    pattern: re(String.raw`(?<![\w.-])(?!127\.|0\.0\.0\.0|255\.255\.255\.255)${BYTE}(?:\.${BYTE}){3}(?!\w|\.\d|-)`),
  },
  {
    name: 'portDeNoeud',
    label: 'un port de nœud',
    pattern: /(?<=\d:|\s|nodePort"?: ?)3[0-2]\d{3}(?=\/(?:TCP|UDP|SCTP))|(?<=nodePort"?: ?)3[0-2]\d{3}(?!\w)/,
  },
  {
    // kube-proxy's masquerading may take any port for a client's, which whoami prints.
    name: 'portEphemere',
    label: 'un port éphémère',
    pattern: /(?<=\.\d{1,3}:|\]:)[3-6]\d{4}(?!\w)|(?<=RemoteAddr: \S+:)\d{4,5}(?!\w)/,
  },
  { name: 'version', label: 'une resourceVersion', pattern: /(?<=resourceVersion"?: ?"?)\d+(?!\w)/ },
  {
    // As mktemp, mkdtemp, Python's tempfile and `kubectl diff` make them: the random part only.
    name: 'cheminTemporaire',
    label: 'un chemin temporaire',
    pattern:
      /(?<=\/tmp\/(?:[\w-]*[.-])?tmp\.?)[A-Za-z0-9_]{8,10}(?!\w)|(?<=\/tmp\/[\w-]*[.-])(?=[a-z]*[A-Z0-9])[A-Za-z0-9]{6,}(?!\w)/,
  },
  {
    // With the counter of a repeated event, `3s (x2 over 10s)`. Processor shares (`cpu: 100m`), settings
    // (`--timeout=30s`, `period=10s`) and tolerations (`op=Exists for 300s`) look alike and are no durations.
    name: 'duree',
    label: 'une durée',
    pattern: re(
      String.raw`(?=\d)(?<![\w./+-]|(?<!(?<!-)\b(?:time|elapsed|duration|took|latency))=|${SETTING}|\bsleep |Exists for |[Cc][Pp][Uu]\b.*)` +
        String.raw`(?:(?:\d+\.\d+/)*\d+(?:\.\d+)? (?:ms|µs|s|secs?)|\d+\.\d+ seconds?|${DURATION}(?: \(x\d+ over ${DURATION}\))?)(?![\w-]|\.\w)`,
    ),
  },
  {
    // As docker's units.HumanDuration prints them.
    name: 'dureeLettres',
    label: 'une durée',
    pattern:
      /(?<!\w)(?:(?<=Up )|(?=[\w ]{5,20} ago\b))(?:[Aa]bout an?|[Ll]ess than a|\d+) (?:second|minute|hour|day|week|month|year)s?(?!\w)/,
  },
];
