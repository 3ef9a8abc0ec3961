import { type NotificationData, Notifications, notifications } from '@mantine/notifications';
import '@mantine/notifications/styles.css';

/** The corner of the screen where notices stand: not the right one, where pages have their buttons. */
export function NoticeCorner() {
  return <Notifications position="bottom-left" limit={4} zIndex={500} />;
}

/** Puts a notice into the corner. */
export function showNotice(notice: NotificationData): void {
  notifications.show(notice);
}
