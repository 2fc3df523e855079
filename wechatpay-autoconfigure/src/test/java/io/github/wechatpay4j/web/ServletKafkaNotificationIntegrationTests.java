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

package io.github.wechatpay4j.web;

import java.util.List;
import java.util.stream.IntStream;

import io.github.wechatpay4j.broker.TestBroker;
import io.github.wechatpay4j.kafka.EmbeddedKafka;
import org.junit.jupiter.api.Test;

import org.springframework.boot.WebApplicationType;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class ServletKafkaNotificationIntegrationTests extends StoredNotificationContract {

	ServletKafkaNotificationIntegrationTests() {
		super(WebApplicationType.SERVLET);
	}

	@Override
	TestBroker startBroker() {
		return new EmbeddedKafka();
	}

	/** Of an unknown kind, so that all of them are about the notification's id. */
	@Test
	void handlesWhatBelongsTogetherInItsOrder() throws Exception {
		List<String> sent = IntStream.range(0, 20).mapToObj((i) -> "COMPLAINT.NO" + i).toList();
		for (String event : sent) {
			assertThat(send(SignedNotification.of(event, "complaint", "{}"))).isEqualTo(204);
		}
		await().atMost(PATIENCE).until(() -> handlers().handled().contains(sent.get(19)));
		assertThat(handlers().handled()).filteredOn(sent::contains).containsExactlyElementsOf(sent);
	}

}
