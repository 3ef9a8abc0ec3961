/** Why Muster cannot start; only the server loads these words. */
export const cliStartEn = {
  'cli.cannot-start': 'Muster cannot start. {reason}',
  'cli.stopped': 'Muster stopped: {reason}',
  'cli.why.port': 'PORT must be a number from 0 to 65535, not “{value}”.',
  'cli.why.secret': 'MUSTER_SECRET must have at least 32 characters.',
  'cli.why.url': 'MUSTER_URL must be an address such as https://muster.example.org, not “{value}”.',
  'cli.why.database-url': 'DATABASE_URL must look like postgresql://user:password@host:5432/muster.',
  'cli.why.smtp-url':
    'SMTP_URL must look like smtp://user:password@mail.example.org:587?from=muster@example.org.',
  'cli.why.port-taken':
    'Port {port} is in use by another program. Stop that one, or choose another with PORT=….',
  'cli.why.port-refused':
    'This user may not listen on port {port}. Choose one from 1024 up with PORT=…, or give it the right.',
  'cli.why.no-address': 'This machine has no address {address} (HOST).',
  'cli.why.host-unknown': 'The host {host} of DATABASE_URL or HOST cannot be found.',
  'cli.why.no-postgres': 'No PostgreSQL answers at {address} (DATABASE_URL).',
  'cli.why.postgres-slow': 'PostgreSQL did not answer in time (DATABASE_URL).',
  'cli.why.postgres-password': 'PostgreSQL refuses the user or password of DATABASE_URL.',
  'cli.why.postgres-database': 'The database of DATABASE_URL does not exist: {message}.',
  'cli.why.postgres-right': 'The user of DATABASE_URL lacks a right in the database: {message}.',
  'cli.why.postgres-tls': 'PostgreSQL and DATABASE_URL do not agree about encryption: {message}.',
  'cli.why.folder-in-use':
    'The data folder {folder} is in use by {known, select, yes {process {pid} on {host}, since {since}} other {another process}}{address, select, none {} other {, which serves {address}}}. Stop that process first{address, select, none {} other {, or do it there in the browser}}; only one may have the folder open.',
  'cli.why.folder': 'The data folder {folder} cannot be used: {reason}',
  'cli.why.folder.not-a-folder':
    'there is something at this path that is not a folder. Choose another with MUSTER_DATA=….',
  'cli.why.folder.no-folders': 'no folder can be made at this path. Choose another with MUSTER_DATA=….',
  'cli.why.folder.path-too-long': 'its path is too long. Choose one of at most 480 bytes with MUSTER_DATA=….',
  'cli.why.folder.not-permitted':
    'this user may not read and write in it. Change its owner, or choose another with MUSTER_DATA=….',
  'cli.why.folder.read-only': 'it is on a disk that can only be read. Choose another with MUSTER_DATA=….',
  'cli.why.folder.disk-full': 'the disk is full. Make room and start again.',
  'cli.why.folder.no-locks':
    'its file system cannot lock files. Choose one on a local disk with MUSTER_DATA=….',
  'cli.why.folder.damaged': 'the database in it is not complete. Restore a back-up.',
  'cli.why.folder.does-not-open': 'PostgreSQL does not open the database in it.',
} as const;

export const cliStartNl = {
  'cli.cannot-start': 'Muster kan niet starten. {reason}',
  'cli.stopped': 'Muster is gestopt: {reason}',
  'cli.why.port': 'PORT moet een getal van 0 tot 65535 zijn, niet “{value}”.',
  'cli.why.secret': 'MUSTER_SECRET moet minstens 32 tekens hebben.',
  'cli.why.url': 'MUSTER_URL moet een adres zijn zoals https://muster.example.org, niet “{value}”.',
  'cli.why.database-url':
    'DATABASE_URL moet eruitzien als postgresql://gebruiker:wachtwoord@host:5432/muster.',
  'cli.why.smtp-url':
    'SMTP_URL moet eruitzien als smtp://gebruiker:wachtwoord@mail.example.org:587?from=muster@example.org.',
  'cli.why.port-taken':
    'Poort {port} is in gebruik door een ander programma. Stop dat, of kies een andere met PORT=….',
  'cli.why.port-refused':
    'Deze gebruiker mag niet op poort {port} luisteren. Kies er een vanaf 1024 met PORT=…, of geef het recht.',
  'cli.why.no-address': 'Deze computer heeft geen adres {address} (HOST).',
  'cli.why.host-unknown': 'De host {host} van DATABASE_URL of HOST is niet te vinden.',
  'cli.why.no-postgres': 'Op {address} antwoordt geen PostgreSQL (DATABASE_URL).',
  'cli.why.postgres-slow': 'PostgreSQL antwoordde niet op tijd (DATABASE_URL).',
  'cli.why.postgres-password': 'PostgreSQL weigert de gebruiker of het wachtwoord van DATABASE_URL.',
  'cli.why.postgres-database': 'De database van DATABASE_URL bestaat niet: {message}.',
  'cli.why.postgres-right': 'De gebruiker van DATABASE_URL mist een recht in de database: {message}.',
  'cli.why.postgres-tls': 'PostgreSQL en DATABASE_URL zijn het niet eens over versleuteling: {message}.',
  'cli.why.folder-in-use':
    'De gegevensmap {folder} is in gebruik door {known, select, yes {proces {pid} op {host}, sinds {since}} other {een ander proces}}{address, select, none {} other {, dat draait op {address}}}. Stop dat proces eerst{address, select, none {} other {, of doe het daar in de browser}}; maar één mag de map open hebben.',
  'cli.why.folder': 'De gegevensmap {folder} kan niet worden gebruikt: {reason}',
  'cli.why.folder.not-a-folder': 'op dit pad staat iets dat geen map is. Kies een andere met MUSTER_DATA=….',
  'cli.why.folder.no-folders': 'op dit pad kan geen map worden gemaakt. Kies een andere met MUSTER_DATA=….',
  'cli.why.folder.path-too-long':
    'het pad is te lang. Kies er een van hoogstens 480 bytes met MUSTER_DATA=….',
  'cli.why.folder.not-permitted':
    'deze gebruiker mag er niet in lezen en schrijven. Wijzig de eigenaar, of kies een andere met MUSTER_DATA=….',
  'cli.why.folder.read-only':
    'hij staat op een schijf die alleen gelezen kan worden. Kies een andere met MUSTER_DATA=….',
  'cli.why.folder.disk-full': 'de schijf is vol. Maak ruimte en start opnieuw.',
  'cli.why.folder.no-locks':
    'het bestandssysteem kan geen bestanden vergrendelen. Kies een map op een lokale schijf met MUSTER_DATA=….',
  'cli.why.folder.damaged': 'de database erin is niet volledig. Zet een reservekopie terug.',
  'cli.why.folder.does-not-open': 'PostgreSQL opent de database erin niet.',
} as const satisfies Record<keyof typeof cliStartEn, string>;
