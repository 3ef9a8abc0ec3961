import { Button, Group } from '@mantine/core';
import { IconAddressBook } from '@tabler/icons-react';
import { type Colleague, getContactCard } from '../../contract/people.ts';
import { addressOf } from '../kit/call.ts';
import { ButtonLink } from '../kit/links.tsx';
import { useTexts } from '../kit/texts.tsx';
import { useSession } from '../session/session.ts';

/** The card as a file; and the page where more can be done, for whoever may. */
export function CardActs({ person: { id, manageable } }: { person: Colleague }) {
  const t = useTexts();
  const me = useSession();
  return (
    <Group gap="xs">
      <Button
        component="a"
        href={addressOf(getContactCard, { id })}
        download
        title={t('people.card.download.about')}
        leftSection={<IconAddressBook size={16} aria-hidden />}
      >
        {t('people.card.download')}
      </Button>
      {manageable && (
        <ButtonLink to="/users/$id" params={{ id }} variant="default">
          {t('people.card.open-user')}
        </ButtonLink>
      )}
      {!manageable && id === me.user.id && (
        <ButtonLink to="/profile" variant="default">
          {t('people.card.own')}
        </ButtonLink>
      )}
    </Group>
  );
}
