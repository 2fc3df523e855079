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

import java.util.Optional;

import io.github.wechatpay4j.NotificationRejectedException.Reason;
import io.github.wechatpay4j.web.admission.Belief;
import io.github.wechatpay4j.web.admission.NotificationAdmission;
import io.github.wechatpay4j.web.admission.NotificationSource;
import io.github.wechatpay4j.web.admission.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

class NotificationAdmissionPropertyTests {

	private static final NotificationSource STRANGER = NotificationSource.of("203.0.113.7");

	private final WebApplicationContextRunner contexts = new WebApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(WechatPayAutoConfiguration.class,
				WechatPayNotificationAutoConfiguration.class, WechatPayNotificationEndpointAutoConfiguration.class))
		.withPropertyValues(TestProperties.complete());

	@Test
	void takesNotificationsFromEverywhereAndLimitsForgeries() {
		this.contexts.run((context) -> {
			NotificationAdmission admission = context.getBean(NotificationAdmission.class);
			assertThat(refusalAfter(admission, 2999)).isEmpty();
			assertThat(refusalAfter(admission, 2)).hasValue(Reason.TOO_MANY);
		});
	}

	@Test
	void takesTheLimitFromTheProperties() {
		this.contexts
			.withPropertyValues("wechatpay.notification.limit-per-source=5",
					"wechatpay.notification.limit-per-source-window=1h")
			.run((context) -> {
				NotificationAdmission admission = context.getBean(NotificationAdmission.class);
				assertThat(refusalAfter(admission, 4)).isEmpty();
				assertThat(refusalAfter(admission, 1)).hasValue(Reason.TOO_MANY);
			});
	}

	@Test
	void limitsNothingWhereThatIsSwitchedOff() {
		this.contexts.withPropertyValues("wechatpay.notification.limit-per-source=0")
			.run((context) -> assertThat(refusalAfter(context.getBean(NotificationAdmission.class), 100_000))
				.isEmpty());
	}

	@Test
	void takesNotificationsFromAllowedSourcesOnly() {
		this.contexts.withPropertyValues("wechatpay.notification.sources.allow=wechatpay,2001:db8::/32")
			.run((context) -> {
				NotificationAdmission admission = context.getBean(NotificationAdmission.class);
				assertThat(admission.refuse(NotificationSource.of("140.207.54.1"))).isEmpty();
				assertThat(admission.refuse(NotificationSource.of("2001:db8::1"))).isEmpty();
				assertThat(admission.refuse(STRANGER)).map(Refusal::reason).hasValue(Reason.FORBIDDEN_SOURCE);
			});
	}

	@Test
	void backsOffForAnAdmissionOfTheApplication() {
		NotificationAdmission own = (source) -> Optional.empty();
		this.contexts.withBean(NotificationAdmission.class, () -> own)
			.run((context) -> assertThat(context.getBean(NotificationAdmission.class)).isSameAs(own));
	}

	@ParameterizedTest
	@CsvSource({ "sources.allow, 192.0.2.0/33", "sources.allow, shop.example", "limit-per-source, -1",
			"limit-per-source-window, 0s", "limit-per-source-window, -1s" })
	void refusesWhatCannotBeMeant(String property, String value) {
		this.contexts.withPropertyValues("wechatpay.notification." + property + "=" + value)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(InvalidWechatPayPropertyException.class)
				.hasMessageContaining("'wechatpay.notification." + property + "'"));
	}

	private static Optional<Reason> refusalAfter(NotificationAdmission admission, int forgeries) {
		for (int i = 0; i < forgeries; i++) {
			admission.learn(STRANGER, Belief.NOT_BELIEVED);
		}
		return admission.refuse(STRANGER).map(Refusal::reason);
	}

}
