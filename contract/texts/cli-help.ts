/** What the command line says about its commands; only the server loads these words. */
export const cliHelpEn = {
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
                                  [--new-names N]

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
  --new-names N         import: so many groups that do not exist yet may be made
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
} as const;

export const cliHelpNl = {
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
                                     [--new-names N]

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
  --new-names N         import: zoveel groepen die nog niet bestaan mogen worden gemaakt
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
} as const satisfies Record<keyof typeof cliHelpEn, string>;
