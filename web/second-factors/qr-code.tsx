import { encode } from 'uqr';
import { useTexts } from '../kit/texts.tsx';
import classes from './second-factors.module.css';

/** An address as a QR code; always dark on light, because many cameras read nothing else. */
export function QrCode({ address }: { address: string }) {
  const t = useTexts();
  const { data, size } = encode(address, { ecc: 'M', border: 3 });
  const path = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
  return (
    <svg
      role="img"
      aria-label={t('set-up.app.qr')}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      className={classes.qr}
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
