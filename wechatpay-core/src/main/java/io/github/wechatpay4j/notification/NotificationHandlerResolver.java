package io.github.wechatpay4j.notification;

import java.util.Optional;

/**
 * Finds the handler for a notification.
 */
@FunctionalInterface
public interface NotificationHandlerResolver {

	/**
	 * Finds the one handler.
	 * @param notification a verified notification
	 * @return what wants it; empty if nothing does
	 */
	Optional<NotificationSubscription<?>> find(VerifiedNotification notification);

}
