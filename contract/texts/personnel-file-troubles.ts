/** What can be in the way of a personnel file, as pages and mails say it. */
export const personnelFileTroublesEn = {
  'personnel-files.trouble.host-unknown': 'No server has this name.',
  'personnel-files.trouble.connection-refused': 'The server refuses the connection. Is the port right?',
  'personnel-files.trouble.connection-lost': 'The connection broke off.',
  'personnel-files.trouble.unreachable': 'The server cannot be reached from here.',
  'personnel-files.trouble.timed-out': 'The server took too long to answer.',
  'personnel-files.trouble.certificate':
    'The certificate of the server is not trusted ({reason}). For a server of your own network the operator can name its authority (MUSTER_PERSONNEL_CA).',
  'personnel-files.trouble.protocol': 'The server does not answer as it should.',
  'personnel-files.trouble.wrong-password': 'The server does not accept this user name, password or key.',
  'personnel-files.trouble.wrong-key': 'This private key cannot be read. Is the passphrase right?',
  'personnel-files.trouble.host-key-unknown': 'The key of this server has not been confirmed yet.',
  'personnel-files.trouble.host-key-changed':
    'The server shows another key than the one that was confirmed. Ask its administrator why; nothing was sent to it.',
  'personnel-files.trouble.no-such-file': 'There is no such file.',
  'personnel-files.trouble.no-file': 'This is not a file.',
  'personnel-files.trouble.no-access': 'Muster may not read this file.',
  'personnel-files.trouble.no-folders':
    'The operator has not allowed any folder on this server (MUSTER_PERSONNEL_FOLDERS).',
  'personnel-files.trouble.outside-folders': 'This file does not stand below an allowed folder.',
  'personnel-files.trouble.address-not-allowed':
    '{host} lies inside a private network. The operator can allow it (MUSTER_PERSONNEL_HOSTS).',
  'personnel-files.trouble.redirected': 'The server sends on to another one ({host}). That is not followed.',
  'personnel-files.trouble.http-status': 'The server answered with status {status}.',
  'personnel-files.trouble.too-large': 'The file is too large: at most {maximum, number} MB.',
  'personnel-files.trouble.empty': 'The file is empty.',
  'personnel-files.trouble.cut-short': 'The file was cut short: it ends in the middle.',
  'personnel-files.trouble.changing': 'The file was being written to while it was read.',
  'personnel-files.trouble.unreadable': 'The file cannot be read.',
  'personnel-files.trouble.disk-full': 'The disk of the server is full.',
  'personnel-files.trouble.columns-missing': 'The file no longer has these columns: {columns}.',
  'personnel-files.trouble.columns-changed': 'The columns of the file are not those that were chosen.',
  'personnel-files.trouble.owner-gone':
    'The person in whose name it acts is no longer here. Somebody else can save the link.',
  'personnel-files.trouble.owner-may-not':
    'The person in whose name it acts may not import this any more. Somebody else can save the link.',
  'personnel-files.trouble.secret-unreadable':
    'The password or key was sealed with another MUSTER_SECRET. Type it again.',
  'personnel-files.trouble.import-gone': 'Its import was thrown away or taken back meanwhile.',
  'personnel-files.trouble.brake':
    '{count, plural, one {# person} other {# people}} of {of, number} would leave. It waits until somebody has looked.',
  'personnel-files.trouble.unexpected':
    'Something went wrong on our side. It stands in the log of the server.',
} as const;

export const personnelFileTroublesNl = {
  'personnel-files.trouble.host-unknown': 'Er is geen server met deze naam.',
  'personnel-files.trouble.connection-refused': 'De server weigert de verbinding. Klopt de poort?',
  'personnel-files.trouble.connection-lost': 'De verbinding is afgebroken.',
  'personnel-files.trouble.unreachable': 'De server is van hieruit niet te bereiken.',
  'personnel-files.trouble.timed-out': 'De server antwoordde niet op tijd.',
  'personnel-files.trouble.certificate':
    'Het certificaat van de server wordt niet vertrouwd ({reason}). Voor een server in uw eigen netwerk kan de beheerder de uitgever opgeven (MUSTER_PERSONNEL_CA).',
  'personnel-files.trouble.protocol': 'De server antwoordt niet zoals het hoort.',
  'personnel-files.trouble.wrong-password':
    'De server aanvaardt deze naam, dit wachtwoord of deze sleutel niet.',
  'personnel-files.trouble.wrong-key': 'Deze privésleutel is niet te lezen. Klopt de wachtzin?',
  'personnel-files.trouble.host-key-unknown': 'De sleutel van deze server is nog niet bevestigd.',
  'personnel-files.trouble.host-key-changed':
    'De server laat een andere sleutel zien dan die bevestigd is. Vraag de beheerder ervan waarom; er is niets naartoe gestuurd.',
  'personnel-files.trouble.no-such-file': 'Dit bestand is er niet.',
  'personnel-files.trouble.no-file': 'Dit is geen bestand.',
  'personnel-files.trouble.no-access': 'Muster mag dit bestand niet lezen.',
  'personnel-files.trouble.no-folders':
    'De beheerder heeft op deze server geen map toegestaan (MUSTER_PERSONNEL_FOLDERS).',
  'personnel-files.trouble.outside-folders': 'Dit bestand staat niet onder een toegestane map.',
  'personnel-files.trouble.address-not-allowed':
    '{host} ligt in een privénetwerk. De beheerder kan het toestaan (MUSTER_PERSONNEL_HOSTS).',
  'personnel-files.trouble.redirected':
    'De server verwijst door naar een andere ({host}). Daar gaat Muster niet heen.',
  'personnel-files.trouble.http-status': 'De server antwoordde met status {status}.',
  'personnel-files.trouble.too-large': 'Het bestand is te groot: hoogstens {maximum, number} MB.',
  'personnel-files.trouble.empty': 'Het bestand is leeg.',
  'personnel-files.trouble.cut-short': 'Het bestand is afgebroken: het houdt halverwege op.',
  'personnel-files.trouble.changing': 'Er werd in het bestand geschreven terwijl het werd gelezen.',
  'personnel-files.trouble.unreadable': 'Het bestand is niet te lezen.',
  'personnel-files.trouble.disk-full': 'De schijf van de server is vol.',
  'personnel-files.trouble.columns-missing': 'Het bestand heeft deze kolommen niet meer: {columns}.',
  'personnel-files.trouble.columns-changed': 'De kolommen van het bestand zijn niet die er zijn gekozen.',
  'personnel-files.trouble.owner-gone':
    'De persoon namens wie de koppeling handelt, is er niet meer. Iemand anders kan de koppeling opslaan.',
  'personnel-files.trouble.owner-may-not':
    'De persoon namens wie de koppeling handelt, mag dit niet meer importeren. Iemand anders kan de koppeling opslaan.',
  'personnel-files.trouble.secret-unreadable':
    'Het wachtwoord of de sleutel is verzegeld met een andere MUSTER_SECRET. Typ het opnieuw.',
  'personnel-files.trouble.import-gone': 'De import ervan is intussen weggegooid of teruggedraaid.',
  'personnel-files.trouble.brake':
    '{count, plural, one {# persoon} other {# mensen}} van de {of, number} zouden uit dienst gaan. Dit wacht tot iemand heeft gekeken.',
  'personnel-files.trouble.unexpected': 'Er ging bij ons iets mis. Het staat in het logboek van de server.',
} as const satisfies Record<keyof typeof personnelFileTroublesEn, string>;
