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

import io.github.wechatpay4j.testing.Delivery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class HandlerSelectionTests {

	private static final Delivery REFUND = Delivery.of("EV-1", "REFUND.SUCCESS", "refund",
			"{\"mchid\":\"1900000001\",\"out_refund_no\":\"1\"}");

	private final Events events = new Events();

	@Test
	void prefersATypedHandlerToAnUntypedOne() {
		this.events.on("untyped", JsonNode.class, "REFUND.SUCCESS").on("typed", Events.Refunded.class, "REFUND.*");
		handledBy("typed", REFUND);
	}

	@Test
	void prefersAnEventNamedInFullToAPattern() {
		this.events.on("pattern", Events.Refunded.class, "REFUND.SUCC*")
			.on("literal", Events.Refunded.class, "REFUND.SUCCESS");
		handledBy("literal", REFUND);
	}

	@Test
	void prefersALongerPattern() {
		this.events.onAnything("any").on("short", JsonNode.class, "REFUND.*").on("long", JsonNode.class, "REFUND.SU*");
		handledBy("long", REFUND);
	}

	@Test
	void leavesWhatNobodyElseWantsToTheHandlerOfAnything() {
		this.events.onAnything("any").on("refunds", Events.Refunded.class);
		handledBy("any", Delivery.paid());
		handledBy("refunds", REFUND);
	}

	@Test
	void tellsShapesOfTheSameEventApart() {
		this.events.on("direct", Events.Paid.class)
			.on("partner", Events.PartnerPaid.class)
			.on("shared", Events.Shared.class);
		handledBy("direct", Delivery.paid());
		handledBy("partner", Delivery.of("2", "TRANSACTION.SUCCESS", "transaction",
				"{\"sp_mchid\":\"1900000001\",\"sub_mchid\":\"2\",\"out_trade_no\":\"2\"}"));
		handledBy("shared", Delivery.of("3", "TRANSACTION.SUCCESS", "profitsharing",
				"{\"mchid\":\"1900000001\",\"order_id\":\"3\"}"));
	}

	@Test
	void handlesAllEventsOfATypeUnlessToldOtherwise() {
		this.events.on("all", Events.Refunded.class).on("closed", Events.Refunded.class, "REFUND.CLOSED*");
		handledBy("all", REFUND);
		handledBy("all", Delivery.of("2", "REFUND.CLOSED", "refund", "{\"out_refund_no\":\"2\"}"));
	}

	@Test
	void decodesToATypeOfTheApplicationForAnEventThatIsNamed() {
		record Note(String outRefundNo) {
		}
		this.events.on("own", Note.class, "REFUND.SUCCESS");
		handledBy("own", REFUND);
	}

	@Test
	void prefersAKnownTypeToOneOfTheApplication() {
		record Note(String outRefundNo) {
		}
		this.events.on("own", Note.class, "REFUND.SUCCESS").on("known", Events.Refunded.class);
		handledBy("known", REFUND);
	}

	@Test
	void refusesTwoHandlersOfTheSameNamingBoth() {
		refuses(new Events().on("one", Events.Refunded.class).on("two", Events.Refunded.class, "REFUND.CLOSED"),
				"two and one both handle REFUND.CLOSED as Refunded: keep one of them");
		refuses(new Events().onAnything("one").onAnything("two"),
				"two and one both handle * as JsonNode: keep one of them");
		refuses(new Events().on("one", JsonNode.class, "A.B", "A.B"),
				"one and one both handle A.B as JsonNode: keep one of them");
	}

	@Test
	void refusesAPayloadWhoseEventsNobodyKnows() {
		refuses(new Events().on("one", String.class),
				"one has to say which events it handles: java.lang.String is no"
						+ " notification type of WeChat Pay, so they do not follow from it."
						+ " Set events, as in @WechatPayListener(events = \"REFUND.*\")");
		refuses(new Events().on("one", JsonNode.class),
				"one has to say which events it handles: " + JsonNode.class.getName()
						+ " is no notification type of WeChat Pay, so they do not follow from it."
						+ " Set events, as in @WechatPayListener(events = \"REFUND.*\")");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "REFUND SUCCESS", "*.SUCCESS", "REFUND.**", "REFUND.(A|B)", "退款" })
	void refusesWhatIsNoEventType(String event) {
		refuses(new Events().on("one", JsonNode.class, event), "one handles '" + event
				+ "', which is no event type: write it in full, or with an asterisk at the end as in REFUND.*");
	}

	@Test
	void refusesAnEventThatNeverCarriesThePayload() {
		refuses(new Events().on("one", Events.Paid.class, "REFUND.SUCCESS"),
				"one handles 'REFUND.SUCCESS', which never carries a Paid: that comes with [TRANSACTION.SUCCESS]");
		refuses(new Events().on("one", Events.Paid.class, "TRANSACTION.SUCCESS", "REFUND.*"),
				"one handles 'REFUND.*', which never carries a Paid: that comes with [TRANSACTION.SUCCESS]");
	}

	@Test
	void knowsOnlyTheTypesOfItsCatalogs() {
		assertThat(NotificationTypes.load(getClass().getClassLoader()).find(Events.Paid.class)).isEmpty();
		assertThat(Events.TYPES.find(Events.Paid.class)).contains(Events.PAID);
	}

	private void handledBy(String name, Delivery delivery) {
		this.events.handled.clear();
		assertThat(this.events.process(delivery)).isEqualTo(NotificationOutcome.HANDLED);
		assertThat(this.events.handled).isEqualTo(List.of(name));
	}

	private static void refuses(Events events, String message) {
		assertThatIllegalArgumentException().isThrownBy(events::handlers).withMessage(message);
	}

}
