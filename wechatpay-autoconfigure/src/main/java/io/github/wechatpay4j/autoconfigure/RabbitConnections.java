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

import io.github.wechatpay4j.rabbit.RabbitQueues;
import org.jspecify.annotations.Nullable;

import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.amqp.rabbit.connection.RabbitConnectionFactoryBean;
import org.springframework.amqp.rabbit.core.RabbitAdmin;
import org.springframework.amqp.rabbit.core.RabbitOperations;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.amqp.autoconfigure.CachingConnectionFactoryConfigurer;
import org.springframework.boot.amqp.autoconfigure.ConnectionFactoryCustomizer;
import org.springframework.boot.amqp.autoconfigure.RabbitConnectionFactoryBeanConfigurer;
import org.springframework.boot.ssl.SslBundle;

/**
 * Connections to RabbitMQ for notifications only. They are made as those of the
 * application, which they are none of the beans of, but with publisher confirms.
 */
final class RabbitConnections implements DisposableBean {

	private final CachingConnectionFactory connections;

	private final RabbitTemplate operations;

	RabbitConnections(RabbitConnectionFactoryBeanConfigurer beanConfigurer, @Nullable SslBundle bundle,
			CachingConnectionFactoryConfigurer configurer, List<ConnectionFactoryCustomizer> customizers,
			Duration storeWithin, @Nullable RabbitQueues declared) {
		com.rabbitmq.client.ConnectionFactory factory = factory(beanConfigurer, bundle);
		customizers.forEach((customizer) -> customizer.customize(factory));
		// Who cannot connect in time cannot store in time
		int within = Math.toIntExact(storeWithin.toMillis());
		int timeout = factory.getConnectionTimeout();
		factory.setConnectionTimeout((timeout == 0) ? within : Math.min(timeout, within));
		factory.setHandshakeTimeout(Math.min(factory.getHandshakeTimeout(), within));
		this.connections = new CachingConnectionFactory(factory);
		configurer.configure(this.connections);
		this.connections.setPublisherConfirmType(CachingConnectionFactory.ConfirmType.CORRELATED);
		this.connections.setPublisherReturns(true);
		this.operations = new RabbitTemplate(this.connections);
		this.operations.setMandatory(true);
		// What sends is not stopped by a broker that stops those who consume, nor the
		// other way round
		this.operations.setUsePublisherConnection(true);
		if (declared != null) {
			declareOnConnection(declared);
		}
	}

	ConnectionFactory connections() {
		return this.connections;
	}

	RabbitOperations operations() {
		return this.operations;
	}

	@Override
	public void destroy() {
		this.connections.destroy();
	}

	/** On each one: a broker that comes back may have forgotten. */
	private void declareOnConnection(RabbitQueues queues) {
		RabbitAdmin admin = new RabbitAdmin(this.connections);
		AtomicBoolean declaring = new AtomicBoolean();
		this.connections.addConnectionListener((connection) -> {
			if (declaring.compareAndSet(false, true)) {
				try {
					queues.declare(admin);
				}
				finally {
					declaring.set(false);
				}
			}
		});
	}

	private static com.rabbitmq.client.ConnectionFactory factory(RabbitConnectionFactoryBeanConfigurer configurer,
			@Nullable SslBundle bundle) {
		try {
			RabbitConnectionFactoryBean bean = new RabbitSslFactoryBean(bundle);
			configurer.configure(bean);
			bean.afterPropertiesSet();
			return bean.getObject();
		}
		catch (Exception ex) {
			throw new IllegalStateException("Connections to RabbitMQ cannot be configured", ex);
		}
	}

}
