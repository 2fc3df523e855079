/*
 * Copyright 2026-present the original author or authors.
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

package io.github.wechatpay4j.jdbc;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;

import javax.sql.DataSource;

import io.github.wechatpay4j.delivery.Lease;
import io.github.wechatpay4j.listener.HandlerMethod;
import io.github.wechatpay4j.listener.InvalidListenerException;
import io.github.wechatpay4j.listener.ListenerCheck;
import io.github.wechatpay4j.notification.NotificationHandler;
import io.github.wechatpay4j.notification.NotificationSubscription;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionManager;
import org.springframework.transaction.interceptor.TransactionAttribute;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.ResourceTransactionManager;
import org.springframework.util.ReflectionUtils;

/**
 * What the transaction around a handler has to be like for the handler's own
 * {@code @Transactional} to mean what it says. What cannot be had in one transaction is
 * refused at startup. Safe for use by many threads.
 */
public final class HandlerTransactions implements ListenerCheck {

	private static final String ALONE = ", or give the handler no transaction around it with"
			+ " @WechatPayListener(transactional = false): its event is marked as done after it then, and a crash between"
			+ " the two lets it run again";

	private final TransactionAttributes attributes;

	/** {@code null} if no transaction manager is known to manage the database. */
	private final @Nullable PlatformTransactionManager surrounding;

	private final boolean isRouting;

	/** By what they are, whatever they say they equal. Not changed once it is here. */
	private volatile IdentityHashMap<NotificationHandler<?>, TransactionAttribute> own = new IdentityHashMap<>();

	/**
	 * Creates the rules.
	 * @param beanFactory where transaction managers are
	 * @param candidates begin transactions around handlers, the preferred ones first
	 * @param dataSource where the mark is made
	 * @param isMarked whether the application says that it is the right one
	 */
	public HandlerTransactions(BeanFactory beanFactory, Collection<? extends PlatformTransactionManager> candidates,
			DataSource dataSource, boolean isMarked) {
		this.attributes = new TransactionAttributes(beanFactory);
		DataSource resource = DurableUpdates.resource(dataSource);
		this.surrounding = candidates.stream()
			.filter((candidate) -> manages(candidate, resource))
			.findFirst()
			.orElse(null);
		this.isRouting = !isMarked && RoutingDataSources.isRouting(dataSource);
	}

	/** As far as that can be told without a transaction. */
	private static boolean manages(PlatformTransactionManager transactions, DataSource resource) {
		if (transactions instanceof ResourceTransactionManager manager
				&& manager.getResourceFactory() instanceof DataSource managed
				&& DurableUpdates.resource(managed) == resource) {
			return true;
		}
		// Of JPA and Hibernate, which need not be there
		Method exposed = ReflectionUtils.findMethod(transactions.getClass(), "getDataSource");
		return exposed != null && Modifier.isPublic(exposed.getModifiers())
				&& ReflectionUtils.invokeMethod(exposed, transactions) == resource;
	}

	@Override
	public void check(List<NotificationSubscription<?>> subscriptions) {
		IdentityHashMap<NotificationHandler<?>, TransactionAttribute> found = new IdentityHashMap<>();
		for (NotificationSubscription<?> subscription : subscriptions) {
			if (this.surrounding == null || !subscription.isTransactional() || subscription.isAnswering()) {
				continue;
			}
			if (this.isRouting) {
				throw new InvalidListenerException(subscription.description()
						+ " would write to the database that the routing DataSource chooses before it runs: the"
						+ " transaction around it has a connection already. Mark the DataSource of its tables, and its"
						+ " transaction manager, with @WechatPayDataSource" + ALONE);
			}
			TransactionAttribute attribute = this.attributes.find(HandlerMethod.of(subscription.handler()));
			if (attribute != null) {
				check(subscription, attribute, this.surrounding);
				found.put(subscription.handler(), attribute);
			}
		}
		this.own = found;
	}

	private void check(NotificationSubscription<?> subscription, TransactionAttribute attribute,
			PlatformTransactionManager around) {
		String what = switch (attribute.getPropagationBehavior()) {
			case TransactionDefinition.PROPAGATION_REQUIRES_NEW -> "REQUIRES_NEW";
			case TransactionDefinition.PROPAGATION_NOT_SUPPORTED -> "NOT_SUPPORTED";
			case TransactionDefinition.PROPAGATION_NEVER -> "NEVER";
			default -> "";
		};
		if (!what.isEmpty()) {
			throw refusal(subscription, "asks for the propagation " + what
					+ ", so that what it writes and the mark that its event is done are not one. Use the default");
		}
		if (attribute.isReadOnly()) {
			throw refusal(subscription, "asks for a transaction that is read-only, in which its event cannot be marked"
					+ " as done. Remove readOnly");
		}
		TransactionManager asked = this.attributes.manager(attribute, HandlerMethod.of(subscription.handler()).type());
		if (asked != null && asked != around) {
			throw refusal(subscription,
					"uses another transaction manager than the one of the DataSource that keeps"
							+ " notifications. Mark the DataSource of its tables, and its transaction manager, with"
							+ " @WechatPayDataSource");
		}
	}

	private static InvalidListenerException refusal(NotificationSubscription<?> subscription, String what) {
		return new InvalidListenerException("The @Transactional of " + subscription.description() + " " + what + ALONE);
	}

	/** The transaction for a handler: no longer than its lease. */
	TransactionDefinition definition(NotificationSubscription<?> subscription, Lease lease,
			PlatformTransactionManager transactions) {
		DefaultTransactionDefinition definition = new DefaultTransactionDefinition();
		TransactionAttribute attribute = this.own.get(subscription.handler());
		int timeout = TransactionDefinition.TIMEOUT_DEFAULT;
		if (attribute != null) {
			definition.setIsolationLevel(attribute.getIsolationLevel());
			timeout = attribute.getTimeout();
		}
		if (timeout == TransactionDefinition.TIMEOUT_DEFAULT
				&& transactions instanceof AbstractPlatformTransactionManager manager) {
			timeout = manager.getDefaultTimeout();
		}
		int left = seconds(lease.remaining());
		definition.setTimeout((timeout > 0) ? Math.min(timeout, left) : left);
		return definition;
	}

	private static int seconds(Duration left) {
		return (int) Math.min(Math.max(1, left.plusMillis(999).toSeconds()), Integer.MAX_VALUE);
	}

}
