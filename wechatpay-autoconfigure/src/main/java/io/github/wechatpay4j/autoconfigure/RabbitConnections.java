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

package io.github.wechatpay4j.autoconfigure;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import com.rabbitmq.client.Address;
import io.github.wechatpay4j.rabbit.RabbitBlockage;
import org.jspecify.annotations.Nullable;

import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.amqp.rabbit.connection.RabbitConnectionFactoryBean;
import org.springframework.amqp.rabbit.core.RabbitAdmin;
import org.springframework.amqp.rabbit.core.RabbitOperations;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.amqp.autoconfigure.ConnectionFactoryCustomizer;
import org.springframework.boot.amqp.autoconfigure.RabbitConnectionDetails;
import org.springframework.boot.amqp.autoconfigure.RabbitConnectionFactoryBeanConfigurer;
import org.springframework.boot.amqp.autoconfigure.RabbitProperties;

/**
 * Connections to RabbitMQ for notifications only. They are made as those of the
 * application, and take nothing else from its settings: not how it caches channels, how
 * many of them there may be, nor whether it wants confirms.
 */
final class RabbitConnections implements DisposableBean {

	private static final int HEARTBEAT_SECONDS = 30;

	private static final int RPC_TIMEOUT_MILLIS = 10_000;

	private static final int LARGEST_MESSAGE = 64 * 1024 * 1024;

	private final CachingConnectionFactory connections;

	private final RabbitTemplate operations;

	private final AmqpAdmin admin;

	RabbitConnections(RabbitConnectionFactoryBeanConfigurer beanConfigurer, RabbitConnectionDetails details,
			@Nullable RabbitProperties properties, List<ConnectionFactoryCustomizer> customizers, Duration storeWithin,
			RabbitBlockage blockage) {
		com.rabbitmq.client.ConnectionFactory factory = factory(beanConfigurer, details);
		customizers.forEach((customizer) -> customizer.customize(factory));
		bound(factory, Math.toIntExact(storeWithin.toMillis()));
		this.connections = new CachingConnectionFactory(factory);
		this.connections.setAddresses(String.join(",",
				details.getAddresses()
					.stream()
					.map((each) -> new Address(each.host(), each.port()).toString())
					.toList()));
		if (properties != null) {
			this.connections.setAddressShuffleMode(properties.getAddressShuffleMode());
		}
		this.connections.setConnectionNameStrategy((created) -> "wechatpay-notifications");
		this.connections.setPublisherConfirmType(CachingConnectionFactory.ConfirmType.CORRELATED);
		this.connections.setPublisherReturns(true);
		this.connections.addConnectionListener(blockage);
		this.operations = new RabbitTemplate(this.connections);
		this.operations.setMandatory(true);
		// What sends is not stopped by a broker that stops those who consume, nor the
		// other way round
		this.operations.setUsePublisherConnection(true);
		this.admin = new RabbitAdmin(this.connections);
	}

	ConnectionFactory connections() {
		return this.connections;
	}

	RabbitOperations operations() {
		return this.operations;
	}

	AmqpAdmin admin() {
		return this.admin;
	}

	/** On each connection: a broker that comes back may have forgotten. */
	void onConnection(Runnable declare) {
		AtomicBoolean declaring = new AtomicBoolean();
		this.connections.addConnectionListener((connection) -> {
			if (declaring.compareAndSet(false, true)) {
				try {
					declare.run();
				}
				finally {
					declaring.set(false);
				}
			}
		});
	}

	@Override
	public void destroy() {
		this.connections.destroy();
	}

	/** Who cannot connect in time cannot store in time. */
	private static void bound(com.rabbitmq.client.ConnectionFactory factory, int within) {
		int timeout = factory.getConnectionTimeout();
		factory.setConnectionTimeout((timeout == 0) ? within : Math.min(timeout, within));
		factory.setHandshakeTimeout(Math.min(factory.getHandshakeTimeout(), within));
		factory.setChannelRpcTimeout(RPC_TIMEOUT_MILLIS);
		int heartbeat = factory.getRequestedHeartbeat();
		factory.setRequestedHeartbeat((heartbeat == 0) ? HEARTBEAT_SECONDS : Math.min(heartbeat, HEARTBEAT_SECONDS));
		factory.setRequestedChannelMax(0);
		factory.setMaxInboundMessageBodySize(LARGEST_MESSAGE);
		factory.setAutomaticRecoveryEnabled(false);
	}

	private static com.rabbitmq.client.ConnectionFactory factory(RabbitConnectionFactoryBeanConfigurer configurer,
			RabbitConnectionDetails details) {
		try {
			RabbitConnectionFactoryBean bean = new RabbitSslFactoryBean(details.getSslBundle());
			configurer.configure(bean);
			bean.afterPropertiesSet();
			return bean.getObject();
		}
		catch (Exception ex) {
			throw new IllegalStateException(
					"Connections to RabbitMQ cannot be configured; check spring.rabbitmq.*, its ssl part above all",
					ex);
		}
	}

}
