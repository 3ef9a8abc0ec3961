import { Button } from '@mantine/core';
import { noticeFailed } from '../kit/notices.tsx';
import { useSignOut } from '../session/session.ts';

/** The way back for somebody who is half signed in: ends that session. */
export function LeaveInstead({ children }: { children: string }) {
  const signOut = useSignOut();
  return (
    <Button
      variant="transparent"
      color="gray"
      size="compact-sm"
      px={0}
      onClick={() => void signOut().catch(noticeFailed)}
    >
      {children}
    </Button>
  );
}
