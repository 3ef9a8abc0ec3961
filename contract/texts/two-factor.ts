/** The words of second factors that refusals, mails, the audit log and the pages share. */
export const twoFactorEn = {
  'session.two-factor-first': 'Give your second factor first.',
  'session.set-up-two-factor-first': 'Set up a second factor first.',
  'session.wrong-code':
    'This code is not right, or has been used already. Take the code that the app shows now; if it keeps failing, check the clock of your phone.',
  'session.wrong-passkey': 'Signing in with this passkey did not work.',
  'two-factor.off': 'No second factor is set up for this account.',
  'two-factor.no-app': 'There is no authenticator app to remove.',
  'two-factor.required': 'You must have a second factor. Set up another one before you remove this one.',
  'two-factor.begin-again': 'This took too long, or was begun again elsewhere. Begin again.',
  'passkeys.not-found': 'This passkey does not exist, or not any more.',
  'passkeys.not-here':
    'Passkeys do not work at the address of this installation. They need a name (not just numbers) and HTTPS.',
  'passkeys.refused': 'This passkey could not be added. Begin again.',
  'passkeys.known': 'This passkey is here already.',
  'passkeys.too-many': 'There are 20 passkeys already. Remove one that you no longer use first.',
  'actions.session.password-right': 'Right password; second factor still to come',
  'actions.two-factor.app-set-up': 'Authenticator app set up',
  'actions.two-factor.app-removed': 'Authenticator app removed',
  'actions.two-factor.passkey-added': 'Passkey added',
  'actions.two-factor.passkey-removed': 'Passkey removed',
  'actions.two-factor.passkey-renamed': 'Passkey renamed',
  'actions.two-factor.recovery-code-used': 'Recovery code used',
  'actions.two-factor.recovery-codes-renewed': 'New recovery codes made',
  'actions.two-factor.required': 'Second factor required',
  'actions.two-factor.released': 'Second factor no longer required',
  'actions.two-factor.reset': 'Second factors reset',
  'fields.name.secondFactor': 'Second factor',
  'fields.name.recoveryCodes': 'Recovery codes left',
  'fields.name.twoFactor': 'Two-factor',
  'fields.name.twoFactorRequired': 'Two-factor required',
  'fields.name.twoFactorForAll': 'Two-factor required of everybody',
  'fields.name.passkey': 'Passkey',
  'two-factor.kind.app': 'authenticator app',
  'two-factor.kind.recovery-code': 'recovery code',
  'two-factor.kind.passkey': 'passkey',
  'two-factor.state.on': 'on',
  'two-factor.state.off': 'off',
  'mails.kind.two-factor': 'Two-factor changed',
  'mails.two-factor.subject':
    '{change, select, on {Two-factor authentication is on} off {Two-factor authentication is off} appSetUp {Your authenticator app was changed} appRemoved {Your authenticator app was removed} passkeyAdded {A passkey was added} passkeyRemoved {A passkey was removed} recoveryCodeUsed {A recovery code was used} recoveryCodesRenewed {New recovery codes} required {Please set up two-factor authentication} released {Two-factor authentication is no longer required} other {Your two-factor authentication was reset}} – {organisation}',
  'mails.two-factor.title':
    '{change, select, on {Two-factor authentication is on} off {Two-factor authentication is off} appSetUp {Your authenticator app was changed} appRemoved {Your authenticator app was removed} passkeyAdded {A passkey was added} passkeyRemoved {A passkey was removed} recoveryCodeUsed {A recovery code was used} recoveryCodesRenewed {New recovery codes} required {Two-factor authentication is required} released {Two-factor authentication is no longer required} other {Two-factor authentication was reset}}',
  'mails.two-factor.about':
    '{change, select, on {From now on, signing in to your account at {organisation} asks for a code of your authenticator app besides your password.} off {Signing in to your account at {organisation} asks for your password only. Your recovery codes no longer work.} appSetUp {Another authenticator app was set up for your account at {organisation}. The old one no longer works.} appRemoved {The authenticator app was removed from your account at {organisation}.} passkeyAdded {The passkey “{passkey}” was added to your account at {organisation}. You can sign in with it, without a password.} passkeyRemoved {The passkey “{passkey}” was removed from your account at {organisation}.} recoveryCodeUsed {Somebody, probably you, signed in to your account at {organisation} with a recovery code. {left, plural, =0 {There are none left: make new ones under My profile.} one {There is one left.} other {There are # left.}}} recoveryCodesRenewed {New recovery codes were made for your account at {organisation}. The old ones no longer work.} required {{hasBy, select, yes {{by} asks you} other {You are asked}} to protect your account at {organisation} with a second factor. At your next sign-in you are led through it; it takes a few minutes.} released {Your account at {organisation} no longer has to have a second factor. What you have set up stays, until you remove it yourself.} other {{hasBy, select, yes {{by} has removed} other {An administrator has removed}} the second factors from your account at {organisation}. You are signed out everywhere. Sign in with your password, and set up a second factor again.}}',
  'mails.two-factor.not-you':
    '{change, select, required {Questions? {hasSupport, select, yes {Ask {support}.} other {Ask an administrator of your organisation.}}} other {Was it not you, and did you not ask for it? {hasSupport, select, yes {Tell {support}} other {Tell an administrator of your organisation}} at once, and choose a new password.}}',
} as const;

export const twoFactorNl = {
  'session.two-factor-first': 'Geef eerst uw tweede factor.',
  'session.set-up-two-factor-first': 'Stel eerst een tweede factor in.',
  'session.wrong-code':
    'Deze code klopt niet, of is al gebruikt. Neem de code die de app nu toont. Blijft het misgaan, controleer dan de klok van uw telefoon.',
  'session.wrong-passkey': 'Aanmelden met deze passkey is niet gelukt.',
  'two-factor.off': 'Voor dit account is geen tweede factor ingesteld.',
  'two-factor.no-app': 'Er is geen authenticator-app om te verwijderen.',
  'two-factor.required':
    'U moet een tweede factor hebben. Stel eerst een andere in voordat u deze verwijdert.',
  'two-factor.begin-again': 'Dit duurde te lang, of is elders opnieuw begonnen. Begin opnieuw.',
  'passkeys.not-found': 'Deze passkey bestaat niet, of niet meer.',
  'passkeys.not-here':
    'Passkeys werken niet op het adres van deze installatie. Ze vragen om een naam (niet alleen cijfers) en om HTTPS.',
  'passkeys.refused': 'Deze passkey kon niet worden toegevoegd. Begin opnieuw.',
  'passkeys.known': 'Deze passkey is hier al.',
  'passkeys.too-many': 'Er zijn al 20 passkeys. Verwijder er eerst een die u niet meer gebruikt.',
  'actions.session.password-right': 'Juist wachtwoord; tweede factor nog te geven',
  'actions.two-factor.app-set-up': 'Authenticator-app ingesteld',
  'actions.two-factor.app-removed': 'Authenticator-app verwijderd',
  'actions.two-factor.passkey-added': 'Passkey toegevoegd',
  'actions.two-factor.passkey-removed': 'Passkey verwijderd',
  'actions.two-factor.passkey-renamed': 'Passkey hernoemd',
  'actions.two-factor.recovery-code-used': 'Herstelcode gebruikt',
  'actions.two-factor.recovery-codes-renewed': 'Nieuwe herstelcodes gemaakt',
  'actions.two-factor.required': 'Tweede factor verplicht gesteld',
  'actions.two-factor.released': 'Tweede factor niet meer verplicht',
  'actions.two-factor.reset': 'Tweede factoren hersteld',
  'fields.name.secondFactor': 'Tweede factor',
  'fields.name.recoveryCodes': 'Resterende herstelcodes',
  'fields.name.twoFactor': 'Tweefactor',
  'fields.name.twoFactorRequired': 'Tweefactor verplicht',
  'fields.name.twoFactorForAll': 'Tweefactor voor iedereen verplicht',
  'fields.name.passkey': 'Passkey',
  'two-factor.kind.app': 'authenticator-app',
  'two-factor.kind.recovery-code': 'herstelcode',
  'two-factor.kind.passkey': 'passkey',
  'two-factor.state.on': 'aan',
  'two-factor.state.off': 'uit',
  'mails.kind.two-factor': 'Tweefactor gewijzigd',
  'mails.two-factor.subject':
    '{change, select, on {Tweefactor-aanmelden staat aan} off {Tweefactor-aanmelden staat uit} appSetUp {Uw authenticator-app is gewijzigd} appRemoved {Uw authenticator-app is verwijderd} passkeyAdded {Er is een passkey toegevoegd} passkeyRemoved {Er is een passkey verwijderd} recoveryCodeUsed {Er is een herstelcode gebruikt} recoveryCodesRenewed {Nieuwe herstelcodes} required {Stel tweefactor-aanmelden in} released {Tweefactor-aanmelden is niet meer verplicht} other {Uw tweefactor-aanmelden is hersteld}} – {organisation}',
  'mails.two-factor.title':
    '{change, select, on {Tweefactor-aanmelden staat aan} off {Tweefactor-aanmelden staat uit} appSetUp {Uw authenticator-app is gewijzigd} appRemoved {Uw authenticator-app is verwijderd} passkeyAdded {Er is een passkey toegevoegd} passkeyRemoved {Er is een passkey verwijderd} recoveryCodeUsed {Er is een herstelcode gebruikt} recoveryCodesRenewed {Nieuwe herstelcodes} required {Tweefactor-aanmelden is verplicht} released {Tweefactor-aanmelden is niet meer verplicht} other {Tweefactor-aanmelden is hersteld}}',
  'mails.two-factor.about':
    '{change, select, on {Vanaf nu vraagt aanmelden bij uw account van {organisation} naast uw wachtwoord om een code van uw authenticator-app.} off {Aanmelden bij uw account van {organisation} vraagt alleen nog om uw wachtwoord. Uw herstelcodes werken niet meer.} appSetUp {Er is een andere authenticator-app ingesteld voor uw account bij {organisation}. De oude werkt niet meer.} appRemoved {De authenticator-app is van uw account bij {organisation} gehaald.} passkeyAdded {De passkey ‘{passkey}’ is toegevoegd aan uw account bij {organisation}. U kunt zich ermee aanmelden, zonder wachtwoord.} passkeyRemoved {De passkey ‘{passkey}’ is van uw account bij {organisation} gehaald.} recoveryCodeUsed {Iemand, waarschijnlijk uzelf, heeft zich met een herstelcode aangemeld bij uw account van {organisation}. {left, plural, =0 {Er is er geen meer over: maak nieuwe bij Mijn profiel.} one {Er is er nog één over.} other {Er zijn er nog # over.}}} recoveryCodesRenewed {Er zijn nieuwe herstelcodes gemaakt voor uw account bij {organisation}. De oude werken niet meer.} required {{hasBy, select, yes {{by} vraagt u} other {U wordt gevraagd}} om uw account bij {organisation} te beschermen met een tweede factor. Bij uw volgende aanmelding wordt u erdoor geleid. Het kost een paar minuten.} released {Uw account bij {organisation} hoeft geen tweede factor meer te hebben. Wat u hebt ingesteld blijft, tot u het zelf verwijdert.} other {{hasBy, select, yes {{by} heeft} other {Een beheerder heeft}} de tweede factoren van uw account bij {organisation} gehaald. U bent overal afgemeld. Meld u aan met uw wachtwoord en stel opnieuw een tweede factor in.}}',
  'mails.two-factor.not-you':
    '{change, select, required {Vragen? {hasSupport, select, yes {Vraag {support}.} other {Vraag een beheerder van uw organisatie.}}} other {Was u dit niet, en hebt u er niet om gevraagd? Meld het meteen aan {hasSupport, select, yes {{support}} other {een beheerder van uw organisatie}}, en kies een nieuw wachtwoord.}}',
} as const satisfies Record<keyof typeof twoFactorEn, string>;
