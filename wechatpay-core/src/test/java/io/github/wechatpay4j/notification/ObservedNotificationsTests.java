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

package io.github.wechatpay4j.notification;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

import io.github.wechatpay4j.NotificationRejectedException;
import io.github.wechatpay4j.NotificationRejectedException.Reason;
import io.github.wechatpay4j.delivery.NotificationProcessor;
import io.github.wechatpay4j.observation.WechatPayNotificationConvention;
import io.github.wechatpay4j.testing.Delivery;
import io.github.wechatpay4j.testing.RecordedObservations;
import io.micrometer.common.KeyValue;
import io.micrometer.observation.Observation;
import io.micrometer.observation.tck.TestObservationRegistry;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ObservedNotificationsTests {

	private static final String NUMBER = "1217752501201407033233368018";

	private final RecordedObservations recorded = new RecordedObservations();

	private final TestObservationRegistry registry = this.recorded.registry();

	private final Events handlers = new Events();

	@Test
	void observesEveryStage() {
		this.handlers.on("paid", Events.Paid.class);
		process(Delivery.paid());
		assertThat(this.recorded.events()).containsExactly("received", "verified", "decrypted", "claimed", "handled",
				"acknowledged");
		assertThat(low()).containsExactly("event=TRANSACTION.SUCCESS", "merchant=default", "reason=none",
				"result=HANDLED", "source=http", "stage=handled");
		assertThat(only().getHighCardinalityKeyValues())
			.containsExactly(KeyValue.of("wechatpay.notification.id", "EV-2018022511223320873"));
		assertThat(only().getAllKeyValues()).noneMatch((value) -> value.getValue().contains(NUMBER));
	}

	@Test
	void isTheParentOfWhatTheHandlerObserves() {
		AtomicReference<Observation> current = new AtomicReference<>();
		this.handlers.on(Events.Paid.class, (paid) -> current.set(this.registry.getCurrentObservation()));
		process(Delivery.paid());
		assertThat(current.get().getContextView()).isSameAs(only());
		assertThat(this.registry.getCurrentObservation()).isNull();
	}

	@Test
	void showsDuplicates() {
		this.handlers.on("paid", Events.Paid.class);
		process(Delivery.paid());
		this.recorded.clear();
		process(Delivery.paid());
		assertThat(low()).contains("result=DUPLICATE", "stage=decrypted");
		assertThat(this.recorded.events()).containsExactly("received", "verified", "decrypted", "acknowledged");
	}

	@Test
	void showsWhyANotificationIsRejected() {
		Delivery paid = Delivery.paid();
		byte[] changed = paid.body().clone();
		changed[10] ^= 1;
		rejects(new Delivery(paid.headers(), changed), Reason.SIGNATURE);
		assertThat(low()).containsExactly("event=none", "merchant=default", "reason=SIGNATURE", "result=REJECTED",
				"source=http", "stage=received");
		assertThat(this.recorded.events()).containsExactly("received", "rejected");
		assertThat(this.registry.getCurrentObservation()).isNull();
	}

	@Test
	void showsThatAHandlerFailed() {
		this.handlers.on(Events.Paid.class, (paid) -> {
			throw new IllegalStateException("no database");
		});
		rejects(Delivery.paid(), Reason.HANDLER_FAILED);
		assertThat(low()).contains("event=TRANSACTION.SUCCESS", "reason=HANDLER_FAILED", "stage=claimed");
	}

	@Test
	void showsWhatWasRefusedUnseen() {
		processor().refuse(null, Reason.TOO_LARGE, "the body is too large");
		assertThat(low()).containsExactly("event=none", "merchant=none", "reason=TOO_LARGE", "result=REJECTED",
				"source=http", "stage=received");
	}

	private NotificationProcessor processor() {
		return this.handlers
			.processor(new ObservedNotifications(this.registry, WechatPayNotificationConvention.standard()));
	}

	private void process(Delivery delivery) {
		processor().process("default", delivery.received());
	}

	private void rejects(Delivery delivery, Reason reason) {
		assertThatExceptionOfType(NotificationRejectedException.class).isThrownBy(() -> process(delivery))
			.satisfies((ex) -> assertThat(ex.reason()).isEqualTo(reason));
	}

	private Observation.Context only() {
		return this.recorded.only("wechatpay.notification");
	}

	private List<String> low() {
		return this.recorded.low("wechatpay.notification");
	}

}
