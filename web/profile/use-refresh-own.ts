import { useQueryClient } from '@tanstack/react-query';

/** Reads anew what is one's own after it changed. */
export function useRefreshOwn(): () => void {
  const client = useQueryClient();
  return () => void client.invalidateQueries({ queryKey: ['me'] });
}
