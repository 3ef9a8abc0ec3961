// Runs before the first paint, so that nobody who chose dark sees a flash of white.
(() => {
  let chosen = 'auto';
  try {
    chosen = localStorage.getItem('muster.colours') ?? 'auto';
  } catch {
    // Storage is refused: as the device likes it.
  }
  const dark =
    chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
})();
