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

package io.github.wechatpay4j.client;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;

import io.github.wechatpay4j.UnreadableResponseException;
import io.github.wechatpay4j.UnreadableResponseException.Reason;
import io.github.wechatpay4j.operation.Operation;
import io.github.wechatpay4j.operation.RawRequest;
import io.github.wechatpay4j.operation.RequestDefaults;
import io.github.wechatpay4j.operation.RequestTarget;
import io.github.wechatpay4j.operation.WechatPayRequest;
import io.github.wechatpay4j.testing.Failures;
import io.github.wechatpay4j.testing.FakePlatform;
import io.github.wechatpay4j.testing.TestMerchants;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Answers with a good signature that belong to another request, or to none of the kind.
 */
class AnswerBindingTests {

	private static final String ANSWER = "{\"order_no\":\"A\",\"mchid\":\"" + TestMerchants.MCHID
			+ "\",\"state\":\"PAID\"}";

	@RegisterExtension
	static final FakePlatform platform = new FakePlatform();

	private final WechatPayClient client = platform.client();

	record Order(@Nullable String orderNo, @Nullable String mchid, @Nullable String state) {
	}

	record Query(String orderNo, @Nullable String mchid) implements WechatPayRequest<Order> {

		private static final Operation<Order> OPERATION = Operation.get("/v3/orders/{order_no}", Order.class)
			.name("Orders.query")
			.echo("order_no", Query.class, Query::orderNo, Order::orderNo)
			.echo("mchid", Query.class, Query::mchid, Order::mchid)
			.certain("state", Order::state)
			.build();

		@Override
		public Operation<Order> operation() {
			return OPERATION;
		}

		@Override
		public void bind(RequestTarget.Builder target) {
			target.path("order_no", this.orderNo);
		}

		@Override
		public Query withDefaults(RequestDefaults defaults) {
			return new Query(this.orderNo, defaults.mchidOr(this.mchid));
		}

	}

	record Pay(long orderNo) implements WechatPayRequest<Order> {

		private static final Operation<Order> OPERATION = Operation.post("/v3/orders", Order.class)
			.name("Orders.pay")
			.keyedBy("order_no")
			.echo("order_no", Pay.class, Pay::orderNo, Order::orderNo)
			.build();

		@Override
		public Operation<Order> operation() {
			return OPERATION;
		}

		@Override
		public String businessNumber() {
			return Long.toString(this.orderNo);
		}

	}

	/** Somebody's own request of somebody else's operation. */
	record Wrapped(Query query) implements WechatPayRequest<Order> {

		@Override
		public Operation<Order> operation() {
			return this.query.operation();
		}

		@Override
		public void bind(RequestTarget.Builder target) {
			this.query.bind(target);
		}

	}

	private void answers(String body) {
		platform.answers(platform.signed(200, body));
	}

	private UnreadableResponseException refusal(WechatPayRequest<?> request) {
		return Failures.failure(UnreadableResponseException.class, request instanceof Pay,
				() -> this.client.execute(request));
	}

	@Test
	void areTakenIfTheyRepeatWhatWasAsked() {
		answers(ANSWER);
		assertThat(this.client.execute(new Query("A", null)).state()).isEqualTo("PAID");
		assertThat(this.client.execute(new Query("A", TestMerchants.MCHID)).state()).isEqualTo("PAID");
	}

	@Test
	void areRefusedIfTheyAreAboutAnotherOrder() {
		answers(ANSWER);
		UnreadableResponseException ex = refusal(new Query("B", null));
		assertThat(ex.reason()).isEqualTo(Reason.OTHER_REQUEST);
		assertThat(ex).hasMessage("The answer to Orders.query is refused: its 'order_no' is not the one that was"
				+ " asked for [Request-ID " + FakePlatform.REQUEST_ID + "]");
		assertThat(ex.rawJson()).isEqualTo(ANSWER);
		assertThat(platform.requests()).hasSize(1);
	}

	@Test
	void areRefusedIfTheyAreAboutAnotherMerchantThanTheConfiguredOne() {
		answers("{\"order_no\":\"A\",\"mchid\":\"1\",\"state\":\"PAID\"}");
		assertThat(refusal(new Query("A", null))).hasMessageContaining("its 'mchid' is not the one");
		assertThat(this.client.execute(new Query("A", "1")).mchid()).isEqualTo("1");
	}

	@Test
	void leaveItOpenWhatWasDone() {
		answers("{\"order_no\":\"7\"}");
		assertThat(this.client.execute(new Pay(7)).orderNo()).as("compared as text").isEqualTo("7");
		assertThat(refusal(new Pay(8)).reason()).isEqualTo(Reason.OTHER_REQUEST);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "{\"order_no\":\"A\"}", "{\"order_no\":\"A\",\"state\":null}",
			"{\"order_no\":\"A\",\"state\":\"\"}" })
	void areRefusedWithoutWhatEveryAnswerHas(String body) {
		answers(body);
		UnreadableResponseException ex = refusal(new Query("A", null));
		assertThat(ex.reason()).isEqualTo(Reason.INCOMPLETE);
		assertThat(ex).hasMessageStartingWith("The answer to Orders.query cannot be read: it lacks 'state'");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"state\":\"PAID\"}", "{\"order_no\":null,\"state\":\"PAID\"}",
			"{\"order_no\":\"\",\"mchid\":\"\",\"state\":\"PAID\"}" })
	void areTakenIfTheyLeaveOutWhatTheyMayRepeat(String body) {
		answers(body);
		assertThat(this.client.execute(new Query("A", null)).state()).isEqualTo("PAID");
	}

	@Test
	void areNotComparedWithRequestsThatNobodyKnows() {
		answers(ANSWER);
		assertThat(this.client.execute(new Wrapped(new Query("B", null))).orderNo()).isEqualTo("A");
		assertThat(this.client.execute(RawRequest.get("/v3/orders/B")).text()).isEqualTo(ANSWER);
	}

	@Test
	void showTheirContentNowhereButOnRequest() throws IOException, ClassNotFoundException {
		answers("{\"order_no\":\"Geheim\",\"mchid\":\"1\",\"state\":\"PAID\"}");
		UnreadableResponseException ex = refusal(new Query("B", null));
		StringWriter trace = new StringWriter();
		ex.printStackTrace(new PrintWriter(trace));
		assertThat(trace.toString()).doesNotContain("Geheim");
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		new ObjectOutputStream(bytes).writeObject(ex);
		assertThat(bytes.toString(StandardCharsets.ISO_8859_1)).doesNotContain("Geheim");
		Object read = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();
		assertThat(read).isInstanceOfSatisfying(UnreadableResponseException.class, (copy) -> {
			assertThat(copy.rawJson()).isNull();
			assertThat(copy.reason()).isEqualTo(Reason.OTHER_REQUEST);
		});
	}

}
