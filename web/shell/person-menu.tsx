import { Menu, Text, useMantineColorScheme } from '@mantine/core';
import { IconCheck, IconDeviceDesktop, IconLogout, IconMoon, IconSun, IconUser } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { changeOwnProfile } from '../../contract/profile.ts';
import { type Language, languages } from '../../contract/shapes.ts';
import { languageName } from '../kit/language-name.ts';
import { noticeDone, noticeFailed } from '../kit/notices.tsx';
import { useAct } from '../kit/queries.ts';
import { useLocale, useTexts } from '../kit/texts.tsx';
import { sessionQuery, useSession, useSignOut } from '../session/session.ts';
import { PersonButton } from './person-button.tsx';

/** The menu of the signed-in person, opened: profile, language, colours, signing out. */
export function PersonMenu() {
  const t = useTexts();
  const navigate = useNavigate();
  const signOut = useSignOut();
  const { user } = useSession();
  const leave = async () => {
    try {
      await signOut();
      noticeDone(t('shell.signed-out'));
    } catch (error) {
      noticeFailed(error as Error);
    }
  };
  return (
    <Menu position="bottom-end" width={240} withinPortal={false} defaultOpened>
      <Menu.Target>
        <PersonButton />
      </Menu.Target>
      <Menu.Dropdown>
        <div style={{ padding: '6px 12px' }}>
          <Text fw={550}>{user.name}</Text>
          <Text size="sm" c="dimmed" truncate>
            {user.email}
          </Text>
        </div>
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconUser size={16} aria-hidden />}
          onClick={() => void navigate({ to: '/profile' })}
        >
          {t('shell.profile')}
        </Menu.Item>
        <LanguageItems />
        <ColourItems />
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={16} aria-hidden />} onClick={() => void leave()}>
          {t('shell.sign-out')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function LanguageItems() {
  const t = useTexts();
  const client = useQueryClient();
  const { language, setLanguage } = useLocale();
  const change = useAct(changeOwnProfile, {
    done: (session) => client.setQueryData(sessionQuery.queryKey, session),
  });
  const choose = (chosen: Language) => {
    setLanguage(chosen);
    change.mutate({ input: { language: chosen } }, { onError: noticeFailed });
  };
  return (
    <>
      <Menu.Label>{t('shell.language')}</Menu.Label>
      {languages.map((one) => (
        <Menu.Item
          key={one}
          lang={one}
          leftSection={<Chosen chosen={one === language} />}
          aria-current={one === language || undefined}
          onClick={() => choose(one)}
        >
          {languageName(one)}
        </Menu.Item>
      ))}
    </>
  );
}

const schemes = [
  { scheme: 'light', icon: IconSun },
  { scheme: 'dark', icon: IconMoon },
  { scheme: 'auto', icon: IconDeviceDesktop },
] as const;

function ColourItems() {
  const t = useTexts();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <>
      <Menu.Label>{t('shell.colours')}</Menu.Label>
      {schemes.map(({ scheme, icon: Icon }) => (
        <Menu.Item
          key={scheme}
          leftSection={<Icon size={16} aria-hidden />}
          rightSection={<Chosen chosen={scheme === colorScheme} />}
          aria-current={scheme === colorScheme || undefined}
          onClick={() => setColorScheme(scheme)}
        >
          {t(`shell.colours.${scheme}`)}
        </Menu.Item>
      ))}
    </>
  );
}

function Chosen({ chosen }: { chosen: boolean }) {
  return <IconCheck size={16} aria-hidden style={{ visibility: chosen ? 'visible' : 'hidden' }} />;
}
