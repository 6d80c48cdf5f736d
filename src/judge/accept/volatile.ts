import type { Scope } from './scope.ts';

/** Where a piece of text stands. */
export interface Place {
  /** Title of its column, `''` for a line. */
  readonly column: string;
  /** All titles of its table. */
  readonly columns: readonly string[];
  /** A line that is made like a table's row, without its header. */
  readonly headless?: boolean;
}

/**
 * The one table of what changes from run to run without meaning anything. `like` accepts one value of a class for
 * another of the same class, and nothing else. A class is recognised by its shape and by where it stands: a shape that
 * an author could have chosen himself needs words or a column around it that say that it was measured, or drawn. Left
 * out on purpose: process ids, memory sizes, counts and dates without a time of day (they look like any number or
 * datum), ports under 30000, loopback addresses, `<unknown>` and `<invalid>` ages (they mean something): there an
 * author writes `…`. What he typed himself in his lesson is of no class (vocabulary.ts), unless it is `measured`.
 */
export interface VolatileClass {
  /** Identifier. */
  readonly name: string;
  /** French, with its article: « une durée ». */
  readonly label: string;
  /**
   * Without capturing groups or flags; looks around itself so that it never takes a part of a longer word. Looks back
   * over a bounded length only, so that reading stays linear.
   */
  readonly pattern: RegExp;
  /** It makes the name of an object random: rows with such a name have no order. */
  readonly naming?: true;
  /** What stays the same while it is the same: throughout a lesson, or (an address may be given again) in one output. */
  readonly identity?: 'lesson' | 'output';
  /** What of it is compared: the whole name that it ends, its first twelve digits, or (by default) itself. */
  readonly identified?: 'name' | 'prefix';
  /** Its place says that it was measured: that an author typed the same value somewhere is chance. */
  readonly measured?: true;
  /** Where it counts; everywhere by default. */
  readonly where?: (place: Place, scope: Scope) => boolean;
}

const DAY = '(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)';
const MONTH = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)';
const TIME = String.raw`\d\d:\d\d:\d\d(?:[.,]\d+)?`;
const BYTE = String.raw`(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)`;
/** As apimachinery's `duration.HumanDuration` and Go's `time.Duration` print them. */
const DURATION = String.raw`(?:\d+y)?(?:\d+d)?(?:\d+h)?(?:\d+m)?(?:\d+(?:\.\d+)?(?:s|ms|µs|us|ns))?`;
/** As docker's units.HumanDuration prints them. */
const SPELT = String.raw`(?:[Aa]bout an?|[Ll]ess than a|\d+) (?:second|minute|hour|day|week|month|year)s?`;
/** As other programs print them. */
const UNITS = String.raw`\d+(?:\.\d+)? (?:ms|µs|s|secs?|seconds?)`;
const REPEATED = String.raw`${DURATION}(?: \(x\d+ over ${DURATION}\))?`;
const ENDS = String.raw`(?![\w-]|\.\w)`;
/** `k8s.io/apimachinery/pkg/util/rand`: no vowels, no 0, 1 or 3. */
const SUFFIX = '[bcdfghjklmnpqrstvwxz2456789]{5}';
/** Words of five letters that this alphabet can spell, and names of techniques with their version. */
const WORDS =
  'https|http[2-9]|html5|xhtml|grpcs|smtps|mqtt[s5]|pop3s|ftps[2-9]|pgsql|mssql|plsql|psql[2-9]|rdbms|tmpfs|btrfs|lvmfs|' +
  'dhcp[46]|nfsv[2-4]|smbv[2-3]|tlsv[2-9]|sslv[2-3]|ntlm[2-9]|snmp[2-9]|sctp[2-9]|ppc64|(?:php|jdk|jre|rpc|crd|cdn|tls|net|ssl|nfs|vpn|gpt|kvm|sql|k8s|xml)[2-9]{2}';
/** Digits of a 32-bit FNV sum through `rand.SafeEncodeString`, which maps the ten digits to these ten characters. */
const HASH = '[4-9bcdf]{7,10}';

/** Columns of kubectl, docker, helm, crictl, velero and kubeadm. */
const AGES =
  /^(?:(?:[A-Z]+ )?AGE|Age|(?:LAST|FIRST) (?:SEEN|SCHEDULE|UPDATE|TRANSITION)|CREATED|UPTIME|RUNNING FOR|EXPIRES|RESIDUAL TIME)$/;
/** Columns of what somebody asked for. */
const SETTINGS = /^(?:TIMEOUT|INTERVAL|PERIOD|SCHEDULE|REQUESTEDDURATION)$/;

const re = (source: string): RegExp => new RegExp(source, 'u');

/** In order: at one place of a text, the first class that fits wins. */
export const VOLATILE: readonly VolatileClass[] = [
  {
    name: 'consommation',
    label: 'une consommation mesurée',
    pattern: /^\d+(?:m|[KMG]i|%)?$/,
    measured: true,
    // `kubectl top`'s own titles: under « CPU » stand what somebody asked for, and capacities.
    where: ({ column }) => /^(?:CPU|MEMORY|SWAP)(?:\((?:cores|bytes|%)\)|%)$/.test(column),
  },
  {
    name: 'duree',
    label: 'une durée',
    pattern: re(String.raw`^(?=\d)${REPEATED}$`),
    measured: true,
    where: ({ column, columns }) => AGES.test(column) || (column === 'DURATION' && columns.includes('AGE')),
  },
  {
    // Of Swarm and crictl too, whose identifiers are cut to twelve and thirteen characters.
    name: 'identifiant',
    label: 'un identifiant',
    pattern: /^[0-9a-z]{12,13}$/,
    naming: true,
    identity: 'lesson',
    identified: 'prefix',
    where: ({ column }) => /^(?:(?:[A-Z]+ )?ID|CONTAINER)$/.test(column),
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
  {
    // Anywhere else somebody may have set it: `startTime: "02:00:00"`.
    name: 'heure',
    label: 'une heure',
    pattern: re(
      String.raw`(?<=^(?:\[[^\]]{1,80}\] |\S{1,80} \| |[A-Z]{4,8}:? |level=\w{4,8} )?[[(]?(?:t(?:ime|s)?=)?)${TIME}(?![\w:])`,
    ),
    where: ({ column }) => column === '',
  },
  {
    // Kubernetes' atomic writer names a volume's data directory so.
    name: 'repertoireHorodate',
    label: 'un répertoire horodaté',
    pattern: /(?<=\.\.)\d{4}(?:_\d\d){5}\.\d+/,
  },
  {
    name: 'uuid',
    label: 'un UUID',
    identity: 'lesson',
    pattern: /(?<![0-9a-zA-Z])[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}(?![0-9a-zA-Z])/,
    naming: true,
  },
  { name: 'empreinte', label: 'une empreinte', identity: 'lesson', pattern: /(?<!\w)sha256:[0-9a-f]{12,64}(?!\w)/ },
  {
    name: 'hexa64',
    label: 'un identifiant hexadécimal',
    identity: 'lesson',
    identified: 'prefix',
    pattern: /(?<![\w-])[0-9a-f]{64}(?!\w)/,
    naming: true,
  },
  {
    name: 'hexa40',
    label: 'une révision Git',
    identity: 'lesson',
    identified: 'prefix',
    pattern: /(?<![\w-])(?=\d*[a-f])(?=[a-f]*\d)[0-9a-f]{40}(?![\w-])/,
    naming: true,
  },
  {
    // Alone on its line, as `docker ps -q` prints it; a number of an account has twelve digits too.
    name: 'hexa12',
    label: 'un identifiant de conteneur',
    pattern: /(?:^|(?<=^[Hh]ostname: ))[0-9a-f]{12}$/,
    naming: true,
    identity: 'lesson',
    identified: 'prefix',
    where: ({ column }, { containers }) => column === '' && containers,
  },
  {
    name: 'hexa12',
    label: 'un identifiant de conteneur',
    pattern: /(?:^|(?<=^[Hh]ostname: ))(?=\d*[a-f])(?=[a-f]*\d)[0-9a-f]{12}$/,
    naming: true,
    identity: 'lesson',
    identified: 'prefix',
    where: ({ column }, { containers }) => column === '' && !containers,
  },
  {
    name: 'evenement',
    label: 'le numéro d’un événement',
    identity: 'lesson',
    pattern: /(?<=\w\.)(?=\d*[a-f])[0-9a-f]{16}(?![\w-])/,
    naming: true,
  },
  {
    name: 'jetonSwarm',
    label: 'un jeton Swarm',
    identity: 'lesson',
    pattern: /(?<![\w-])SWMTKN-1-[0-9a-z]{50}-[0-9a-z]{25}(?![\w-])/,
  },
  {
    // Of a task, in front of the lines of `docker service logs`.
    name: 'swarm',
    label: 'un identifiant Swarm',
    identity: 'lesson',
    identified: 'prefix',
    pattern: /(?<=\.\d{1,4}\.)(?=\d*[a-z])(?=[a-z]*\d)[0-9a-z]{12}(?=@)/,
    naming: true,
  },
  {
    // Of a service, a network or a task, in a row without its header, as grep leaves it.
    name: 'swarm',
    label: 'un identifiant Swarm',
    identity: 'lesson',
    identified: 'prefix',
    pattern:
      /^(?=\d*[a-z])(?=[a-z]*\d)[0-9a-z]{12}(?= +(?:\S{1,80} +(?:replicated|global|overlay|bridge)(?!\S)|(?:\\_ )?[\w-]{1,80}\.\d+ ))/,
    naming: true,
    where: ({ column }, { containers }) => column === '' && containers,
  },
  {
    name: 'swarm',
    label: 'un identifiant Swarm',
    identity: 'lesson',
    identified: 'prefix',
    pattern: /(?<![\w-])(?=\d*[a-z])(?=[a-z]*\d)[0-9a-z]{25}(?![\w-])/,
    naming: true,
  },
  {
    // In a Pod's name, before its suffix, any hash; alone, one that is neither a number nor a word.
    name: 'hachage',
    label: 'le hachage d’un modèle de Pod',
    identity: 'lesson',
    pattern: re(
      String.raw`(?<=[a-z0-9]-)${HASH}(?=-${SUFFIX}(?![\w-]))|(?<=[a-z0-9]-|(?:template|revision)-hash(?:=|"?: "?))(?=\d*[bcdf])(?=[bcdf]*\d)${HASH}(?![\w-])`,
    ),
    naming: true,
  },
  {
    // The scheduled time of a CronJob, in minutes since 1970, names its Job: 29 to 35 million until 2038.
    name: 'minuteCronJob',
    label: 'la minute d’un CronJob',
    identity: 'lesson',
    pattern: /(?<=[a-z0-9]-)(?:29|3[0-5])\d{6}(?!\w)/,
    naming: true,
  },
  {
    // A name is cut before its suffix, so that it has 63 characters.
    name: 'suffixe',
    label: 'un suffixe aléatoire',
    identity: 'lesson',
    identified: 'name',
    pattern: re(String.raw`(?<=(?<![a-z0-9.-])[a-z0-9][a-z0-9-]{57})${SUFFIX}(?![\w.-])`),
    naming: true,
  },
  {
    name: 'suffixe',
    label: 'un suffixe aléatoire',
    identity: 'lesson',
    identified: 'name',
    pattern: re(String.raw`(?<=[a-z0-9]-)(?:(?<=-${HASH}-)|(?!(?:${WORDS})(?!\w)))${SUFFIX}(?![\w-])`),
    naming: true,
  },
  {
    name: 'mac',
    label: 'une adresse MAC',
    identity: 'output',
    pattern: /(?<![\w:])(?:[0-9a-f]{2}:){5}[0-9a-f]{2}(?![\w:])/,
  },
  {
    // `::` and `::1` are the same everywhere; a compressed address has a digit, a C++ name has none.
    name: 'ipv6',
    label: 'une adresse IPv6',
    identity: 'output',
    pattern:
      /(?<![\w:.])(?!::1?(?![\w:]))(?=[a-f:]*\d)(?:(?:[0-9a-f]{1,4}:){7}[0-9a-f]{1,4}|(?:[0-9a-f]{1,4}(?::[0-9a-f]{1,4}){0,6})?::(?:[0-9a-f]{1,4}(?::[0-9a-f]{1,4}){0,6})?)(?![\w:])/,
  },
  {
    // The mask of a network is no part of it, and stays stable.
    name: 'ipv4',
    label: 'une adresse IPv4',
    identity: 'output',
    pattern: re(String.raw`(?<![\w.-])(?!127\.|0\.0\.0\.0|255\.255\.255\.255)${BYTE}(?:\.${BYTE}){3}(?!\w|\.\d|-)`),
  },
  {
    name: 'portDeNoeud',
    label: 'un port de nœud',
    identity: 'output',
    pattern: /(?<=\d:|\s|nodePort"?: ?)3[0-2]\d{3}(?=\/(?:TCP|UDP|SCTP))|(?<=nodePort"?: ?)3[0-2]\d{3}(?!\w)/,
  },
  {
    // kube-proxy's masquerading may take any port for a client's, which whoami prints.
    name: 'portEphemere',
    label: 'un port éphémère',
    pattern: /(?<=\.\d{1,3}:|\]:)[3-6]\d{4}(?!\w)|(?<=RemoteAddr: \S{1,60}:)\d{4,5}(?!\w)/,
  },
  {
    // Counted by Swarm's own store, in `docker node inspect` and its like.
    name: 'version',
    label: 'une version interne',
    pattern: /(?<=^"Index": )\d+(?=,?$)/,
    where: (_, { containers }) => containers,
  },
  { name: 'version', label: 'une resourceVersion', pattern: /(?<=resourceVersion"?: ?"?)\d+(?!\w)/ },
  {
    // As mktemp, mkdtemp, Python's tempfile and `kubectl diff` make them: the random part only.
    name: 'cheminTemporaire',
    label: 'un chemin temporaire',
    pattern:
      /(?<=\/tmp\/(?:[\w-]{0,60}[.-])?tmp\.?)[A-Za-z0-9_]{8,10}(?!\w)|(?<=\/tmp\/[\w-]{0,60}[.-])(?=[a-z]*[A-Z0-9])[A-Za-z0-9]{6,}(?!\w)/,
  },
  {
    // Since when: before « ago », after « Up », in describe's list of events and at the end of its list of Pods.
    name: 'duree',
    label: 'une durée',
    pattern: re(
      String.raw`(?=\d)(?<![\w./+-])${DURATION}(?= ago\b)|(?<=\bUp )(?=\d)${DURATION}${ENDS}|` +
        String.raw`(?<=^(?:Normal|Warning) [A-Za-z]{1,60} |^[Aa]ge: |^AGE: |\(\d{1,5}%\) )(?=\d)${REPEATED}(?= |$)`,
    ),
    measured: true,
    where: ({ column }) => column === '' || !SETTINGS.test(column),
  },
  {
    // A row without its header, as grep and --no-headers leave it.
    name: 'duree',
    label: 'une durée',
    pattern: re(
      String.raw`^(?=\d)${REPEATED}(?= (?:Normal|Warning) )|(?<= \d{1,5}/\d{1,5} [\w:/-]{1,40} \d{1,7}(?: \([\w.]{1,12} ago\))? )(?=\d)${DURATION}(?= |$)`,
    ),
    measured: true,
    where: ({ column }, { chosen }) => column === '' && !chosen,
  },
  {
    name: 'duree',
    label: 'une durée',
    pattern: re(String.raw`(?<=\S )(?=\d)${DURATION}$`),
    measured: true,
    where: ({ column, headless = false }, { chosen }) => column === '' && headless && !chosen,
  },
  {
    // What the words before it say was measured: anywhere else somebody may have set it.
    name: 'duree',
    label: 'une durée',
    pattern: re(
      String.raw`(?<=\b(?:[Ii]n|[Aa]fter|[Oo]ver|[Tt]ook)(?: |=|: )|\btook":"?)(?:${UNITS}|${SPELT}|(?=\d)${DURATION})${ENDS}|` +
        // `docker service`'s countdown, `docker build`, `time`, ping.
        String.raw`(?<=^verify: Waiting )\d{1,5} seconds?(?= to verify\b)|` +
        String.raw`(?<![\w.])(?=\d)${DURATION}(?= including waiting)|(?<=^#\d{1,4} DONE )\d+(?:\.\d+)?s$|(?<=^(?:real|user|sys) )\d+m\d+[.,]\d+s$|` +
        String.raw`(?<=\btime=)\d+(?:\.\d+)? ms\b|(?<=\b(?:min|avg|max|mdev|stddev) = )(?:\d+\.\d+/)+\d+\.\d+ ms\b`,
    ),
  },
  {
    name: 'dureeLettres',
    label: 'une durée',
    pattern: re(String.raw`(?<!\w)(?:(?<=Up )|(?=[\w ]{5,20} ago\b))${SPELT}(?!\w)`),
    measured: true,
  },
];
