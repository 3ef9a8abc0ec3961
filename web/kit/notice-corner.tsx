import { type NotificationData, Notifications, notifications } from '@mantine/notifications';
import '@mantine/notifications/styles.css';

/** The corner of the screen where notices stand. */
export function NoticeCorner() {
  return <Notifications position="bottom-right" limit={4} zIndex={500} />;
}

/** Puts a notice into the corner. */
export function showNotice(notice: NotificationData): void {
  notifications.show(notice);
}
