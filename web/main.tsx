import '@mantine/core/styles.css';
import './kit/base.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { config } from 'zod';
import { loadTexts } from './kit/load-texts.ts';
import { firstLanguage, LocaleProvider } from './kit/texts.tsx';
import { queryClient, router } from './router.tsx';

// Zod would otherwise try to make functions of text, which the Content-Security-Policy refuses.
config({ jitless: true });

const root = document.getElementById('root');
if (root) {
  const language = firstLanguage();
  // Calls and pages that begin before the first drawing read it from here.
  document.documentElement.lang = language;
  await loadTexts(language);
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <LocaleProvider>
          <RouterProvider router={router} />
        </LocaleProvider>
      </QueryClientProvider>
    </StrictMode>,
  );
}
