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

package io.github.wechatpay4j.samples.shop;

import java.time.Duration;
import java.util.Map;

import io.github.wechatpay4j.api.refunds.RefundStatus;
import io.github.wechatpay4j.client.RetryPolicy;
import io.github.wechatpay4j.simulator.WechatPaySimulator;
import io.github.wechatpay4j.simulator.fault.Fault;
import io.github.wechatpay4j.simulator.fault.FaultKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The shop and the simulator, each behind real HTTP. The shop reconciles only when a test
 * says so: in between it would meet the faults that are meant for the test.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "shop.reconcile-every=1d")
class ShopIntegrationTests {

	/** So often is a call tried, and so often must a fault be met to be seen. */
	private static final int ATTEMPTS = RetryPolicy.defaults().maxAttempts();

	private static final int ALWAYS = 1000;

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private final WechatPaySimulator simulator;

	private final Reconciliation reconciliation;

	private final RefundDesk refundDesk;

	private final JdbcClient jdbc;

	private final RestClient shop;

	@Autowired
	ShopIntegrationTests(WechatPaySimulator simulator, Reconciliation reconciliation, RefundDesk refundDesk,
			JdbcClient jdbc, @LocalServerPort int port) {
		this.simulator = simulator;
		this.reconciliation = reconciliation;
		this.refundDesk = refundDesk;
		this.jdbc = jdbc;
		this.shop = RestClient.builder()
			.baseUrl("http://localhost:" + port)
			.defaultStatusHandler((status) -> true, (request, response) -> {
			})
			.build();
	}

	@BeforeEach
	void withoutFaults() {
		this.simulator.faults().clear();
	}

	@Test
	void isPaidAndRefundedWithoutAnyQuery() {
		JsonNode order = createNative();
		assertThat(order.path("status").asString()).isEqualTo("PENDING");
		assertThat(order.path("codeUrl").asString()).startsWith("weixin://");
		String id = order.path("id").asString();
		pay(id);
		awaitStatus(id, "PAID");
		assertThat(get(id).path("transactionId").asString()).isNotEmpty();
		ResponseEntity<JsonNode> refund = post("/api/orders/" + id + "/refunds",
				Map.of("amount", 500, "reason", "Cold"));
		assertThat(refund.getStatusCode().value()).isEqualTo(201);
		assertThat(refund.getBody().path("status").asString()).isIn("REFUNDING", "REFUNDED");
		awaitStatus(id, "REFUNDED");
	}

	@Test
	void opensThePaymentInsideWechat() {
		ResponseEntity<JsonNode> answer = post("/api/orders", Map.of("description", "Coffee", "total", 1800, "channel",
				"JSAPI", "openid", "oUpF8uMuAJO_M2pxb1Q9zNjWeS6o"));
		assertThat(answer.getStatusCode().value()).isEqualTo(201);
		JsonNode invocation = answer.getBody().path("invocation");
		assertThat(invocation.propertyNames()).containsExactlyInAnyOrder("appId", "timeStamp", "nonceStr", "package",
				"signType", "paySign");
		assertThat(invocation.path("package").asString()).startsWith("prepay_id=");
	}

	@Test
	void closesAnOrderThatIsNotPaid() {
		String id = createNative().path("id").asString();
		assertThat(post("/api/orders/" + id + "/close", Map.of()).getBody().path("status").asString())
			.isEqualTo("CLOSED");
	}

	@Test
	void doesNotCloseAPaidOrder() {
		String id = createNative().path("id").asString();
		pay(id);
		awaitStatus(id, "PAID");
		ResponseEntity<JsonNode> answer = post("/api/orders/" + id + "/close", Map.of());
		assertThat(answer.getStatusCode().value()).isEqualTo(409);
		assertThat(answer.getBody().path("code").asString()).isEqualTo("ORDER_NOT_PENDING");
	}

	@Test
	void doesNotBelieveAPaymentOfAnotherAmount() {
		String id = createNative().path("id").asString();
		this.jdbc.sql("update orders set total = 1 where id = ?").param(id).update();
		pay(id);
		await().atMost(PATIENCE)
			.until(() -> this.simulator.deliveries()
				.stream()
				.flatMap((delivery) -> delivery.attempts().stream())
				.anyMatch((attempt) -> attempt.status() == 500));
		assertThat(get(id).path("status").asString()).isEqualTo("PENDING");
	}

	@Test
	void hearsOfAPaymentWhoseNotificationIsLost() {
		this.simulator.faults().add(Fault.of(FaultKind.LOST_NOTIFICATION));
		String id = createNative().path("id").asString();
		pay(id);
		assertThat(get(id).path("status").asString()).isEqualTo("PENDING");
		this.jdbc.sql("update orders set created_at = dateadd('minute', -5, created_at) where id = ?")
			.param(id)
			.update();
		this.reconciliation.run();
		assertThat(get(id).path("status").asString()).isEqualTo("PAID");
	}

	@Test
	void finishesUnderTheSameNumberARefundWhoseAnswerIsUnknown() {
		String id = createNative().path("id").asString();
		pay(id);
		awaitStatus(id, "PAID");
		this.simulator.faults().add(Fault.of(FaultKind.ERROR_500_AFTER).withPath("/v3/refund").withTimes(ATTEMPTS));
		assertThat(post("/api/orders/" + id + "/refunds", Map.of("amount", 1800)).getBody().path("status").asString())
			.isEqualTo("REFUNDING");
		awaitStatus(id, "REFUNDED");
		assertThat(
				this.jdbc.sql("select count(*) from refunds where order_id = ?").param(id).query(Long.class).single())
			.isEqualTo(1);
	}

	@Test
	void refusesWhatCannotBeSentAndLosesNothing() {
		assertThat(post("/api/orders", Map.of("description", "Tea \ud83d\ude00", "total", 1, "channel", "NATIVE"))
			.getBody()
			.path("message")
			.asString()).contains("'description'");
		String id = createNative().path("id").asString();
		pay(id);
		awaitStatus(id, "PAID");
		ResponseEntity<JsonNode> answer = post("/api/orders/" + id + "/refunds",
				Map.of("amount", 1800, "reason", "\ud83d\ude00"));
		assertThat(answer.getStatusCode().value()).isEqualTo(400);
		assertThat(get(id).path("status").asString()).isEqualTo("PAID");
		assertThat(post("/api/orders/" + id + "/refunds", Map.of("amount", 1800)).getStatusCode().value())
			.isEqualTo(201);
	}

	@Test
	void findsARefundThatWasAcceptedAlthoughNobodySaidSo() {
		String id = paidOrder();
		this.simulator.faults().add(Fault.of(FaultKind.ERROR_500_AFTER).withPath("/v3/refund").withTimes(ATTEMPTS));
		this.simulator.faults().add(FaultKind.LOST_NOTIFICATION);
		post("/api/orders/" + id + "/refunds", Map.of("amount", 1800));
		reconcileRefundsOf(id);
		awaitReconciled(id, "REFUNDED");
	}

	@Test
	void asksAgainUnderTheSameNumberForARefundThatNeverArrived() {
		String id = paidOrder();
		this.simulator.faults().add(Fault.of(FaultKind.ERROR_500).withPath("/v3/refund").withTimes(ATTEMPTS));
		post("/api/orders/" + id + "/refunds", Map.of("amount", 1800));
		reconcileRefundsOf(id);
		awaitReconciled(id, "REFUNDED");
		assertThat(
				this.jdbc.sql("select count(*) from refunds where order_id = ?").param(id).query(Long.class).single())
			.isEqualTo(1);
	}

	@Test
	void doesNotTakeAnAcceptedRefundForRefusedWhateverARepetitionIsAnswered() {
		String id = paidOrder();
		this.simulator.faults().add(Fault.of(FaultKind.ERROR_500_AFTER).withPath("/v3/refund").withTimes(ATTEMPTS));
		this.simulator.faults().add(FaultKind.LOST_NOTIFICATION);
		post("/api/orders/" + id + "/refunds", Map.of("amount", 1800));
		// Repeated with another amount, it would be refused: the money is on its way all
		// the same
		this.jdbc.sql("update refunds set amount = 1700 where order_id = ?").param(id).update();
		reconcileRefundsOf(id);
		awaitReconciled(id, "REFUNDED");
	}

	@Test
	void keepsTheMoneyOfAnAbnormalRefundReserved() {
		String id = createNative().path("id").asString();
		pay(id);
		awaitStatus(id, "PAID");
		this.simulator.faults().add(Fault.of(FaultKind.ERROR_500).withPath("/v3/refund").withTimes(ATTEMPTS));
		post("/api/orders/" + id + "/refunds", Map.of("amount", 1800));
		String outRefundNo = this.jdbc.sql("select id from refunds where order_id = ?")
			.param(id)
			.query(String.class)
			.single();
		this.refundDesk.settle(outRefundNo, RefundStatus.ABNORMAL);
		assertThat(get(id).path("status").asString()).isEqualTo("REFUNDING");
		assertThat(post("/api/orders/" + id + "/refunds", Map.of("amount", 1)).getStatusCode().value()).isEqualTo(409);
		this.refundDesk.settle(outRefundNo, RefundStatus.SUCCESS);
		assertThat(get(id).path("status").asString()).isEqualTo("REFUNDED");
	}

	@Test
	void keepsAnOrderOpenWhoseStateIsUnknown() {
		String id = createNative().path("id").asString();
		this.jdbc.sql("update orders set created_at = dateadd('minute', -5, created_at) where id = ?")
			.param(id)
			.update();
		this.simulator.faults().add(Fault.of(FaultKind.HTML_502).withPath("/v3/pay").withTimes(ALWAYS));
		this.reconciliation.run();
		assertThat(get(id).path("status").asString()).isEqualTo("PENDING");
	}

	@Test
	void closesWhatWasNotPaidInTwoHours() {
		String id = createNative().path("id").asString();
		this.jdbc.sql("update orders set created_at = dateadd('hour', -3, created_at) where id = ?").param(id).update();
		this.reconciliation.run();
		assertThat(get(id).path("status").asString()).isEqualTo("CLOSED");
	}

	@Test
	void doesNotRefundMoreThanWasPaid() {
		String id = createNative().path("id").asString();
		assertThat(post("/api/orders/" + id + "/refunds", Map.of("amount", 1)).getStatusCode().value()).isEqualTo(409);
		pay(id);
		awaitStatus(id, "PAID");
		assertThat(post("/api/orders/" + id + "/refunds", Map.of("amount", 1801)).getStatusCode().value())
			.isEqualTo(409);
	}

	@Test
	void tellsWhatIsWrongWithAnOrder() {
		ResponseEntity<JsonNode> answer = post("/api/orders",
				Map.of("description", "", "total", 0, "channel", "NATIVE"));
		assertThat(answer.getStatusCode().value()).isEqualTo(400);
		assertThat(answer.getBody().path("message").asString()).contains("description").contains("total");
		assertThat(post("/api/orders", Map.of("description", "Tea", "total", 1, "channel", "JSAPI")).getBody()
			.path("message")
			.asString()).isEqualTo("openid is needed for JSAPI");
		assertThat(exchange(HttpMethod.GET, "/api/orders/unknown", Map.of()).getStatusCode().value()).isEqualTo(404);
	}

	@Test
	void saysThatAnAnswerIsUnknown() {
		this.simulator.faults().add(Fault.of(FaultKind.ERROR_500).withPath("/v3/pay").withTimes(ALWAYS));
		ResponseEntity<JsonNode> answer = post("/api/orders",
				Map.of("description", "Tea", "total", 1, "channel", "NATIVE"));
		assertThat(answer.getStatusCode().value()).isEqualTo(504);
		assertThat(answer.getBody().path("code").asString()).isEqualTo("UNKNOWN");
	}

	private String paidOrder() {
		String id = createNative().path("id").asString();
		pay(id);
		awaitStatus(id, "PAID");
		return id;
	}

	private void reconcileRefundsOf(String id) {
		assertThat(get(id).path("status").asString()).isEqualTo("REFUNDING");
		this.jdbc.sql("update refunds set created_at = dateadd('minute', -5, created_at) where order_id = ?")
			.param(id)
			.update();
		this.reconciliation.run();
	}

	/** What is still being processed is asked for again in the next round. */
	private void awaitReconciled(String id, String status) {
		await().atMost(PATIENCE).untilAsserted(() -> {
			this.reconciliation.run();
			assertThat(get(id).path("status").asString()).isEqualTo(status);
		});
	}

	private JsonNode createNative() {
		ResponseEntity<JsonNode> answer = post("/api/orders",
				Map.of("description", "Coffee", "total", 1800, "channel", "NATIVE"));
		assertThat(answer.getStatusCode().value()).isEqualTo(201);
		return answer.getBody();
	}

	/** Pays as anybody would: by HTTP, at the address that the shop tells. */
	private void pay(String id) {
		String simulatorUrl = exchange(HttpMethod.GET, "/api/simulator", Map.of()).getBody().path("url").asString();
		assertThat(RestClient.create(simulatorUrl)
			.post()
			.uri("/_simulator/orders/{id}/pay", id)
			.retrieve()
			.toBodilessEntity()
			.getStatusCode()
			.value()).isEqualTo(200);
	}

	private void awaitStatus(String id, String status) {
		await().atMost(PATIENCE).untilAsserted(() -> assertThat(get(id).path("status").asString()).isEqualTo(status));
	}

	private JsonNode get(String id) {
		return exchange(HttpMethod.GET, "/api/orders/" + id, Map.of()).getBody();
	}

	private ResponseEntity<JsonNode> post(String path, Map<String, Object> body) {
		return exchange(HttpMethod.POST, path, body);
	}

	private ResponseEntity<JsonNode> exchange(HttpMethod method, String path, Map<String, Object> body) {
		return this.shop.method(method)
			.uri(path)
			.contentType(MediaType.APPLICATION_JSON)
			.body(body)
			.retrieve()
			.toEntity(JsonNode.class);
	}

}
