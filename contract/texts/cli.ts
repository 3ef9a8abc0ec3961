/** The words of the command line; only the server loads them. */
export const cliEn = {
  'cli.help': `Muster, user administration for organisations.

Usage: muster <command> [options]

  serve                 Serve (also without a command)
  demo                  Serve a throw-away demo organisation
  create-admin          Set up a fresh installation, or add an administrator
  unlock WHO            Unlock somebody after wrong passwords
  set-password WHO      Give somebody a new password
  reset-two-factor WHO  Remove the second factors of somebody who lost them
  users list            Show people
  users export          Write people as CSV to standard output
  users import FILE     Check or take in people from a CSV or Excel file
  backup FILE           Write everything into one file
  restore FILE          Read such a file into an empty installation
  verify-audit          Check that the audit log was not tampered with
  doctor                Check this machine, the database and the mail server

  --help                Help, also after a command
  --version             The version of Muster

WHO is an e-mail address or username. Settings come from the environment: PORT, HOST, MUSTER_DATA, DATABASE_URL,
MUSTER_URL, SMTP_URL, MUSTER_SECRET.`,
  'cli.help.serve': `Usage: muster serve [--port N] [--host ADDRESS] [--data FOLDER] [--demo]

Serves Muster until it is stopped. Options win over PORT, HOST and MUSTER_DATA.

  --port N              The port to listen on (3000; 0 takes any free one)
  --host ADDRESS        The address to listen on (127.0.0.1)
  --data FOLDER         The folder of the embedded database (./data)
  --demo                Fill a fresh installation with a made-up organisation and print how to sign in`,
  'cli.help.create-admin': `Usage: muster create-admin [options]

On a fresh installation: makes the organisation and its first administrator. Later: adds an administrator, or gives
admin access to the person with this address. Asks for what is missing when there is a terminal.

  --email ADDRESS       E-mail address of the administrator
  --first-name NAME  --infix NAME  --last-name NAME
  --organisation NAME   Name of the organisation (fresh installation)
  --language nl|en      Language of the installation and the administrator
  --time-zone NAME      Such as Europe/Amsterdam
  --password-stdin      Read the password from standard input
  --data FOLDER         The folder of the embedded database (./data)`,
  'cli.help.unlock': `Usage: muster unlock WHO [--data FOLDER]

Lets somebody try again whose account was locked after wrong passwords. The old password works again; a new one is
advised: muster set-password WHO.`,
  'cli.help.set-password': `Usage: muster set-password WHO [options]

Gives somebody a new password. All their sessions end; they are not told. Asks for it when there is a terminal.

  --password-stdin      Read the password from standard input
  --generate            Make a password and print it
  --keep                It need not be changed at the next sign-in
  --data FOLDER         The folder of the embedded database (./data)`,
  'cli.help.reset-two-factor': `Usage: muster reset-two-factor WHO [--data FOLDER]

Removes the authenticator app, passkeys and recovery codes of somebody who lost them, such as the only administrator.
All their sessions end, and they get a mail.`,
  'cli.help.users': `Usage: muster users list|export [filters]
       muster users import FILE [--run] [--mode MODE] [--welcome-mail] [--leaving N]

  --search TERMS        Separated by commas
  --role KEY            A role, such as hr; may be given several times; none: without any role
  --status STATE        pending, active, starting or deactivated; may be given several times
  --billed  --unbilled  With or without a staff membership today
  --locked  --admin  --never-signed-in
  --leaves-within DAYS  Staff membership ends within so many days
  --sort ORDER          name, email, lastSignIn or createdAt; with - in front: descending
  --limit N             list: at most so many (50; at most 200)
  --json                list: as JSON
  --check               import: only say what would change (without --run that is all it does)
  --run                 import: do it as well
  --mode MODE           import: add, change or complete (change)
  --welcome-mail        import: send new people a welcome mail
  --leaving N           import: so many people may leave, where a complete list lacks many
  --data FOLDER         The folder of the embedded database (./data)`,
  'cli.help.backup': `Usage: muster backup FILE [--data FOLDER]

Writes everything that is stored, as it is at this moment, into one compressed file that only you can read. Keep it as
safe as the installation itself: it holds personal data and what passwords are checked against. A Muster that runs on
the embedded database must be stopped meanwhile; one on a PostgreSQL server goes on.`,
  'cli.help.restore': `Usage: muster restore FILE [--data FOLDER]

Reads a back-up into an empty data folder (or an empty database, with DATABASE_URL): all of it or nothing. A back-up of
the embedded database can be read into a server, and the other way round. Everybody has to sign in again.`,
  'cli.help.verify-audit': `Usage: muster verify-audit [--expect NUMBER:HASH] [--data FOLDER]

Computes the chain of the audit log again. Exit code 1 when something does not fit.

  --expect NUMBER:HASH  An entry that was written down earlier, as this command prints it`,
  'cli.help.doctor': `Usage: muster doctor [--data FOLDER]

Checks this machine, the database and the mail server, changes nothing, and says what to do. Exit code 1 when something
is wrong.`,
  'cli.unknown-command': 'There is no command “{word}”. See muster --help.',
  'cli.unknown-option': 'There is no option “{word}” here. See muster {command} --help.',
  'cli.option-value': 'The option “{word}” is not right. See muster {command} --help.',
  'cli.missing': 'Missing: {options}. See muster {command} --help.',
  'cli.missing-who': 'Say who: an e-mail address or username. See muster {command} --help.',
  'cli.nobody': 'Nobody has the e-mail address or username “{who}”.',
  'cli.no-data':
    'There is no Muster in the folder {folder} yet. Start it first, or say where it is with MUSTER_DATA or DATABASE_URL.',
  'cli.unclaimed': 'This installation has no administrator yet. Make one: muster create-admin.',
  'cli.failed': 'Not done: {reason}',
  'cli.ask.email': 'E-mail address',
  'cli.ask.organisation': 'Name of the organisation',
  'cli.ask.first-name': 'First name',
  'cli.ask.infix': 'Infix (may be empty)',
  'cli.ask.last-name': 'Last name',
  'cli.ask.password': 'Password (not shown)',
  'cli.ask.password-again': 'Password again',
  'cli.passwords-differ': 'These are two different passwords. Nothing was changed.',
  'cli.admin.claimed': 'Done. {organisation} is set up; {name} can sign in with {email}.',
  'cli.admin.added': 'Done. {name} has admin access and can sign in with {email}.',
  'cli.admin.granted':
    'Done. {name} ({email}) was here already and has admin access now. The password is as it was.',
  'cli.two-factor-reset': 'The second factors of {name} are removed. Signing in asks for the password only.',
  'cli.unlocked': '{name} is unlocked. A new password is advised: muster set-password {who}',
  'cli.password-set': '{name} has a new password. All sessions have ended; hand it over yourself.',
  'cli.password-must-change': 'It must be changed at the next sign-in.',
  'cli.password-generated': 'The password: {password}',
  'cli.users.found': '{count, plural, =0 {Nobody.} one {# person.} other {# people.}}',
  'cli.import.no-file': 'Say which file. See muster users --help.',
  'cli.import.missing-file': 'There is no file {file}.',
  'cli.import.columns':
    'Nothing says who the people are: the file needs a column with e-mail addresses or personnel numbers.',
  'cli.import.row': 'Row {line}',
  'cli.import.checked': 'Checked: nothing has been changed. Add --run to do it.',
  'cli.import.done': 'Done.',
  'cli.users.more': 'The first {shown} of {exact, select, yes {} other {at least }}{count, number} people.',
  'cli.users.not-found': 'Found nobody for: {terms}',
  'cli.users.never': 'never',
  'cli.users.locked': 'locked',
  'cli.users.admin': 'admin',
  'cli.missing-file': 'Say which file. See muster {command} --help.',
  'cli.file-there': 'There is a file {file} already. Choose another name.',
  'cli.file-missing': 'There is no file {file} that can be read.',
  'cli.file-not-written': 'The file {file} could not be written: {reason}',
  'cli.backup.done': 'Done. {file} holds everything ({size}). Keep it safe: whoever has it can read it.',
  'cli.restore.done':
    'Done. {rows, plural, one {# row was} other {# rows were}} read in. Everybody has to sign in again.',
  'cli.restore.not-a-backup': '{file} is not a back-up of Muster. Nothing was changed.',
  'cli.restore.cut-off': '{file} is damaged or not complete. Nothing was changed.',
  'cli.restore.newer':
    '{file} was made by a newer Muster, or by one that was changed. Use that one to read it in.',
  'cli.restore.not-empty':
    'There is an installation here already. Choose an empty folder with MUSTER_DATA=…, or an empty database.',
  'cli.audit.sound': 'The audit log is sound: {entries, plural, one {# entry} other {# entries}}.',
  'cli.audit.erased':
    '{count, plural, one {# part was} other {# parts were}} erased with the people they were about.',
  'cli.audit.head':
    'Newest entry (keep this elsewhere, to prove later that nothing was cut off): {seq}:{hash}',
  'cli.audit.broken': 'The audit log is NOT sound: entry {at} does not fit. {entries} before it do.',
  'cli.audit.expect': '--expect must look like 1234:9f86d0…, as this command prints it.',
  'cli.doctor.node': 'Node {version}',
  'cli.doctor.node-old':
    'Node {version} is too old. Muster needs Node 26: start it with npm start or npx muster.',
  'cli.doctor.folder': 'The folder {folder} can be written to, {free} free',
  'cli.doctor.folder-new': 'The folder {folder} does not exist yet; it is made at the first start',
  'cli.doctor.folder-full': 'Only {free} is free in {folder}. Make room: a full disk stops Muster.',
  'cli.doctor.in-use':
    'A running Muster has the data folder open{address, select, none {} other { and serves {address}}}; stop it to check the database as well',
  'cli.doctor.database':
    'The database answers in {milliseconds, number} ms (PostgreSQL {version}{embedded, select, yes {, embedded} other {}})',
  'cli.doctor.database-old': 'PostgreSQL {version} is too old. Muster needs version 15 or newer.',
  'cli.doctor.extensions': 'The extensions pg_trgm and btree_gist are there',
  'cli.doctor.extensions-missing':
    'Missing in PostgreSQL: {names}. Install the package postgresql-contrib; the user of DATABASE_URL must be allowed to create extensions.',
  'cli.doctor.migrations': 'The tables are up to date ({count, number})',
  'cli.doctor.migrations-behind':
    '{count, plural, one {# change} other {# changes}} to the tables will be made at the next start',
  'cli.doctor.migrations-ahead': 'The database was made by a newer Muster. Start that one.',
  'cli.doctor.clock': 'The clock agrees with the database; it is {now} in {timeZone}',
  'cli.doctor.clock-off':
    'The clock is {seconds, number} s away from that of the database. Set both by NTP: links and codes depend on it.',
  'cli.doctor.address': 'Links in mails begin with {address}',
  'cli.doctor.address-local':
    'Links in mails begin with {address}, which only works on this machine. Set MUSTER_URL to the public address.',
  'cli.doctor.address-plain':
    'Links in mails begin with {address}, without HTTPS: passwords travel readable. Put a proxy with HTTPS in front and set MUSTER_URL.',
  'cli.doctor.mail': 'The mail server {host}:{port} answers',
  'cli.doctor.mail-none': 'No mail server is set: mail stays in Muster. Set SMTP_URL, or one under Settings.',
  'cli.doctor.mail-failed': 'The mail server {host}:{port} does not work: {reason}',
  'cli.doctor.audit':
    'The audit log is sound ({entries, plural, one {# entry} other {# entries}}, newest {seq}:{hash})',
  'cli.doctor.audit-broken':
    'The audit log does not fit from entry {at} on. Somebody changed it, or the disk is damaged: compare with a back-up.',
  'cli.doctor.failed': '{what}: {reason}',
  'cli.doctor.database-name': 'The database',
  'cli.serve.demo': 'Muster runs with a throw-away demo organisation at {address}',
  'cli.serve.demo-kept': 'Muster runs with a demo organisation at {address}',
  'cli.serve.sign-in': 'Sign in with {email} and password {password}',
  'cli.serve.running': 'Muster runs at {address}',
  'cli.serve.setup': 'Muster runs, and waits for its first administrator. Open this link once:',
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

export const cliNl = {
  'cli.help': `Muster, gebruikersbeheer voor organisaties.

Gebruik: muster <opdracht> [opties]

  serve                 Starten (ook zonder opdracht)
  demo                  Starten met een demo-organisatie die daarna weer weg is
  create-admin          Een nieuwe installatie inrichten, of een beheerder toevoegen
  unlock WIE            Iemand deblokkeren na onjuiste wachtwoorden
  set-password WIE      Iemand een nieuw wachtwoord geven
  reset-two-factor WIE  De tweede factoren weghalen van iemand die ze kwijt is
  users list            Mensen tonen
  users export          Mensen als CSV naar de standaarduitvoer schrijven
  users import BESTAND  Mensen uit een CSV- of Excelbestand nakijken of overnemen
  backup BESTAND        Alles in één bestand schrijven
  restore BESTAND       Zo’n bestand inlezen in een lege installatie
  verify-audit          Nagaan of er niet met het auditlog is geknoeid
  doctor                Deze computer, de database en de mailserver nakijken

  --help                Hulp, ook na een opdracht
  --version             De versie van Muster

WIE is een e-mailadres of gebruikersnaam. Instellingen komen uit de omgeving: PORT, HOST, MUSTER_DATA, DATABASE_URL,
MUSTER_URL, SMTP_URL, MUSTER_SECRET.`,
  'cli.help.serve': `Gebruik: muster serve [--port N] [--host ADRES] [--data MAP] [--demo]

Start Muster tot het gestopt wordt. Opties gaan voor PORT, HOST en MUSTER_DATA.

  --port N              De poort om op te luisteren (3000; 0 neemt een vrije)
  --host ADRES          Het adres om op te luisteren (127.0.0.1)
  --data MAP            De map van de ingebouwde database (./data)
  --demo                Een nieuwe installatie vullen met een verzonnen organisatie en tonen hoe u zich aanmeldt`,
  'cli.help.create-admin': `Gebruik: muster create-admin [opties]

Bij een nieuwe installatie: maakt de organisatie en de eerste beheerder. Later: voegt een beheerder toe, of geeft wie
dit adres heeft admin-toegang. Vraagt wat ontbreekt als er een venster is om in te typen.

  --email ADRES         E-mailadres van de beheerder
  --first-name NAAM  --infix NAAM  --last-name NAAM
  --organisation NAAM   Naam van de organisatie (nieuwe installatie)
  --language nl|en      Taal van de installatie en de beheerder
  --time-zone NAAM      Zoals Europe/Amsterdam
  --password-stdin      Het wachtwoord van de standaardinvoer lezen
  --data MAP            De map van de ingebouwde database (./data)`,
  'cli.help.unlock': `Gebruik: muster unlock WIE [--data MAP]

Laat iemand het opnieuw proberen wiens account na onjuiste wachtwoorden is geblokkeerd. Het oude wachtwoord werkt weer;
een nieuw is verstandig: muster set-password WIE.`,
  'cli.help.set-password': `Gebruik: muster set-password WIE [opties]

Geeft iemand een nieuw wachtwoord. Alle sessies eindigen; er gaat geen bericht uit. Vraagt ernaar als er een venster is
om in te typen.

  --password-stdin      Het wachtwoord van de standaardinvoer lezen
  --generate            Een wachtwoord maken en tonen
  --keep                Het hoeft bij de volgende keer aanmelden niet gewijzigd te worden
  --data MAP            De map van de ingebouwde database (./data)`,
  'cli.help.reset-two-factor': `Gebruik: muster reset-two-factor WIE [--data MAP]

Haalt de authenticator-app, passkeys en herstelcodes weg van iemand die ze kwijt is, zoals de enige beheerder. Alle
sessies van die persoon eindigen, en er gaat een mail naartoe.`,
  'cli.help.users': `Gebruik: muster users list|export [filters]
         muster users import BESTAND [--run] [--mode SOORT] [--welcome-mail] [--leaving N]

  --search TERMEN       Gescheiden door komma's
  --role SLEUTEL        Een rol, zoals hr; mag vaker; none: zonder rol
  --status STAND        pending, active, starting of deactivated; mag vaker
  --billed  --unbilled  Met of zonder dienstverband vandaag
  --locked  --admin  --never-signed-in
  --leaves-within DAGEN Het dienstverband eindigt binnen zoveel dagen
  --sort VOLGORDE       name, email, lastSignIn of createdAt; met - ervoor: aflopend
  --limit N             list: hoogstens zoveel (50; hoogstens 200)
  --json                list: als JSON
  --check               import: zeg alleen wat er zou veranderen (zonder --run blijft het daarbij)
  --run                 import: voer het ook uit
  --mode SOORT          import: add, change of complete (change)
  --welcome-mail        import: stuur nieuwe mensen een welkomstmail
  --leaving N           import: zoveel mensen mogen uit dienst, als een volledige lijst er veel mist
  --data MAP            De map van de ingebouwde database (./data)`,
  'cli.help.backup': `Gebruik: muster backup BESTAND [--data MAP]

Schrijft alles wat is opgeslagen, zoals het nu is, in één ingepakt bestand dat alleen u kunt lezen. Bewaar het zo veilig
als de installatie zelf: er staan persoonsgegevens in, en waarmee wachtwoorden worden gecontroleerd. Een Muster die op
de ingebouwde database draait, moet zolang stoppen; een op een PostgreSQL-server draait door.`,
  'cli.help.restore': `Gebruik: muster restore BESTAND [--data MAP]

Leest een back-up in een lege datamap (of een lege database, met DATABASE_URL): alles of niets. Een back-up van de
ingebouwde database kan op een server worden ingelezen, en andersom. Iedereen moet zich opnieuw aanmelden.`,
  'cli.help.verify-audit': `Gebruik: muster verify-audit [--expect NUMMER:HASH] [--data MAP]

Rekent de keten van het auditlog na. Eindigt met code 1 als er iets niet past.

  --expect NUMMER:HASH  Een regel die eerder is opgeschreven, zoals deze opdracht die toont`,
  'cli.help.doctor': `Gebruik: muster doctor [--data MAP]

Kijkt deze computer, de database en de mailserver na, wijzigt niets, en zegt wat er te doen is. Eindigt met code 1 als
er iets mis is.`,
  'cli.unknown-command': 'De opdracht “{word}” bestaat niet. Zie muster --help.',
  'cli.unknown-option': 'De optie “{word}” bestaat hier niet. Zie muster {command} --help.',
  'cli.option-value': 'De optie “{word}” klopt niet. Zie muster {command} --help.',
  'cli.missing': 'Dit ontbreekt: {options}. Zie muster {command} --help.',
  'cli.missing-who': 'Zeg wie: een e-mailadres of gebruikersnaam. Zie muster {command} --help.',
  'cli.nobody': 'Niemand heeft het e-mailadres of de gebruikersnaam “{who}”.',
  'cli.no-data':
    'In de map {folder} staat nog geen Muster. Start het eerst, of zeg waar het is met MUSTER_DATA of DATABASE_URL.',
  'cli.unclaimed': 'Deze installatie heeft nog geen beheerder. Maak er een: muster create-admin.',
  'cli.failed': 'Niet gedaan: {reason}',
  'cli.ask.email': 'E-mailadres',
  'cli.ask.organisation': 'Naam van de organisatie',
  'cli.ask.first-name': 'Voornaam',
  'cli.ask.infix': 'Tussenvoegsel (mag leeg)',
  'cli.ask.last-name': 'Achternaam',
  'cli.ask.password': 'Wachtwoord (wordt niet getoond)',
  'cli.ask.password-again': 'Nog een keer het wachtwoord',
  'cli.passwords-differ': 'Dit zijn twee verschillende wachtwoorden. Er is niets gewijzigd.',
  'cli.admin.claimed': 'Klaar. {organisation} is ingericht; {name} kan zich aanmelden met {email}.',
  'cli.admin.added': 'Klaar. {name} heeft admin-toegang en kan zich aanmelden met {email}.',
  'cli.admin.granted':
    'Klaar. {name} ({email}) was er al en heeft nu admin-toegang. Het wachtwoord is gebleven.',
  'cli.two-factor-reset':
    'De tweede factoren van {name} zijn weggehaald. Aanmelden vraagt alleen om het wachtwoord.',
  'cli.unlocked': '{name} is gedeblokkeerd. Een nieuw wachtwoord is verstandig: muster set-password {who}',
  'cli.password-set': '{name} heeft een nieuw wachtwoord. Alle sessies zijn beëindigd; geef het zelf door.',
  'cli.password-must-change': 'Het moet bij de volgende keer aanmelden gewijzigd worden.',
  'cli.password-generated': 'Het wachtwoord: {password}',
  'cli.users.found': '{count, plural, =0 {Niemand.} one {# persoon.} other {# mensen.}}',
  'cli.import.no-file': 'Zeg welk bestand. Zie muster users --help.',
  'cli.import.missing-file': 'Er is geen bestand {file}.',
  'cli.import.columns':
    'Niets zegt wie de mensen zijn: het bestand heeft een kolom met e-mailadressen of personeelsnummers nodig.',
  'cli.import.row': 'Rij {line}',
  'cli.import.checked': 'Gecontroleerd: er is niets gewijzigd. Voeg --run toe om het uit te voeren.',
  'cli.import.done': 'Klaar.',
  'cli.users.more': 'De eerste {shown} van {exact, select, yes {} other {minstens }}{count, number} mensen.',
  'cli.users.not-found': 'Niemand gevonden voor: {terms}',
  'cli.users.never': 'nooit',
  'cli.users.locked': 'geblokkeerd',
  'cli.users.admin': 'admin',
  'cli.missing-file': 'Zeg welk bestand. Zie muster {command} --help.',
  'cli.file-there': 'Er is al een bestand {file}. Kies een andere naam.',
  'cli.file-missing': 'Er is geen bestand {file} dat gelezen kan worden.',
  'cli.file-not-written': 'Het bestand {file} kon niet worden geschreven: {reason}',
  'cli.backup.done':
    'Klaar. Alles staat in {file} ({size}). Bewaar het veilig: wie het heeft, kan het lezen.',
  'cli.restore.done':
    'Klaar. {rows, plural, one {Er is # regel} other {Er zijn # regels}} ingelezen. Iedereen moet zich opnieuw aanmelden.',
  'cli.restore.not-a-backup': '{file} is geen back-up van Muster. Er is niets gewijzigd.',
  'cli.restore.cut-off': '{file} is beschadigd of niet compleet. Er is niets gewijzigd.',
  'cli.restore.newer':
    '{file} is gemaakt door een nieuwere Muster, of door een die is aangepast. Lees het bestand daarmee in.',
  'cli.restore.not-empty':
    'Er is hier al een installatie. Kies een lege map met MUSTER_DATA=…, of een lege database.',
  'cli.audit.sound': 'Het auditlog klopt: {entries, plural, one {# regel} other {# regels}}.',
  'cli.audit.erased':
    '{count, plural, one {# deel is} other {# delen zijn}} gewist met de mensen over wie ze gingen.',
  'cli.audit.head':
    'Nieuwste regel (bewaar dit elders, om later te bewijzen dat er niets is afgeknipt): {seq}:{hash}',
  'cli.audit.broken': 'Het auditlog klopt NIET: regel {at} past niet. De {entries} regels ervoor wel.',
  'cli.audit.expect': '--expect moet eruitzien als 1234:9f86d0…, zoals deze opdracht het toont.',
  'cli.doctor.node': 'Node {version}',
  'cli.doctor.node-old':
    'Node {version} is te oud. Muster heeft Node 26 nodig: start het met npm start of npx muster.',
  'cli.doctor.folder': 'In de map {folder} kan worden geschreven, {free} vrij',
  'cli.doctor.folder-new': 'De map {folder} bestaat nog niet; die wordt bij de eerste start gemaakt',
  'cli.doctor.folder-full':
    'In {folder} is nog maar {free} vrij. Maak ruimte: een volle schijf legt Muster stil.',
  'cli.doctor.in-use':
    'Een Muster die draait, heeft de gegevensmap open{address, select, none {} other { op {address}}}; stop die om ook de database na te kijken',
  'cli.doctor.database':
    'De database antwoordt in {milliseconds, number} ms (PostgreSQL {version}{embedded, select, yes {, ingebouwd} other {}})',
  'cli.doctor.database-old': 'PostgreSQL {version} is te oud. Muster heeft versie 15 of nieuwer nodig.',
  'cli.doctor.extensions': 'De uitbreidingen pg_trgm en btree_gist zijn er',
  'cli.doctor.extensions-missing':
    'Dit ontbreekt in PostgreSQL: {names}. Installeer het pakket postgresql-contrib; de gebruiker van DATABASE_URL moet uitbreidingen mogen maken.',
  'cli.doctor.migrations': 'De tabellen zijn bij ({count, number})',
  'cli.doctor.migrations-behind':
    'Bij de volgende start {count, plural, one {wordt # wijziging} other {worden # wijzigingen}} in de tabellen gemaakt',
  'cli.doctor.migrations-ahead': 'De database is door een nieuwere Muster gemaakt. Start die.',
  'cli.doctor.clock': 'De klok loopt gelijk met de database; het is {now} in {timeZone}',
  'cli.doctor.clock-off':
    'De klok wijkt {seconds, number} s af van die van de database. Zet beide gelijk met NTP: links en codes hangen ervan af.',
  'cli.doctor.address': 'Links in mails beginnen met {address}',
  'cli.doctor.address-local':
    'Links in mails beginnen met {address}; dat werkt alleen op deze computer. Zet MUSTER_URL op het openbare adres.',
  'cli.doctor.address-plain':
    'Links in mails beginnen met {address}, zonder HTTPS: wachtwoorden gaan leesbaar over de lijn. Zet er een proxy met HTTPS voor en stel MUSTER_URL in.',
  'cli.doctor.mail': 'De mailserver {host}:{port} antwoordt',
  'cli.doctor.mail-none':
    'Er is geen mailserver ingesteld: mail blijft in Muster. Stel SMTP_URL in, of een server bij Instellingen.',
  'cli.doctor.mail-failed': 'De mailserver {host}:{port} werkt niet: {reason}',
  'cli.doctor.audit':
    'Het auditlog klopt ({entries, plural, one {# regel} other {# regels}}, nieuwste {seq}:{hash})',
  'cli.doctor.audit-broken':
    'Het auditlog past niet vanaf regel {at}. Iemand heeft het gewijzigd of de schijf is beschadigd: vergelijk met een reservekopie.',
  'cli.doctor.failed': '{what}: {reason}',
  'cli.doctor.database-name': 'De database',
  'cli.serve.demo': 'Muster draait met een demo-organisatie die na afloop weg is, op {address}',
  'cli.serve.demo-kept': 'Muster draait met een demo-organisatie op {address}',
  'cli.serve.sign-in': 'Meld u aan met {email} en wachtwoord {password}',
  'cli.serve.running': 'Muster draait op {address}',
  'cli.serve.setup': 'Muster draait en wacht op de eerste beheerder. Open deze link één keer:',
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
} as const satisfies Record<keyof typeof cliEn, string>;
