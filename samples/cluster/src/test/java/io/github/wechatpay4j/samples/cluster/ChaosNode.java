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

package io.github.wechatpay4j.samples.cluster;

import java.nio.file.Path;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The application, with places where it waits to be killed. What is given to
 * {@link SpringApplication} is no stereotype, so that nobody scans it by mistake.
 */
final class ChaosNode {

	private ChaosNode() {
	}

	public static void main(String[] args) {
		new SpringApplication(ClusterApplication.class, Chaos.class).run(args);
	}

	/** What is different. */
	static final class Chaos {

		@Bean
		@Primary
		PaymentStore chaosPaymentStore(JdbcClient jdbc, @Value("${cluster.node}") String node,
				@Value("${chaos.directory}") Path directory) {
			return new ChaosPaymentStore(jdbc, node, new Holds(directory));
		}

	}

	static class ChaosPaymentStore extends PaymentStore {

		private final Holds holds;

		ChaosPaymentStore(JdbcClient jdbc, String node, Holds holds) {
			super(jdbc, node);
			this.holds = holds;
		}

		@Override
		void record(String orderId, String transactionId, long total) {
			this.holds.pass(orderId, Holds.Place.BEFORE_EFFECT);
			super.record(orderId, transactionId, total);
			this.holds.pass(orderId, Holds.Place.AFTER_EFFECT);
		}

	}

}
