import { Alert, Button, Code, Stack, Text } from '@mantine/core';
import { useTexts } from '../kit/texts.tsx';
import { useBranding } from '../session/session.ts';

/** In the throw-away demo: with what one signs in. */
export function DemoHint({ fill }: { fill: (email: string, password: string) => void }) {
  const t = useTexts();
  const { demo } = useBranding();
  if (!demo) return null;
  return (
    <Alert title={t('sign-in.demo.title')} color="accent">
      <Stack gap={8} align="flex-start">
        <Text size="sm">{t('sign-in.demo.text')}</Text>
        <Code>{demo.email}</Code>
        <Code>{demo.password}</Code>
        <Button size="xs" variant="default" onClick={() => fill(demo.email, demo.password)}>
          {t('sign-in.demo.fill')}
        </Button>
      </Stack>
    </Alert>
  );
}
