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

package io.github.wechatpay4j.documentation;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

import com.alibaba.csp.sentinel.slots.block.RuleConstant;
import com.alibaba.csp.sentinel.slots.block.degrade.DegradeRule;
import com.alibaba.csp.sentinel.slots.block.degrade.DegradeRuleManager;
import com.alibaba.csp.sentinel.slots.block.flow.FlowRule;
import com.alibaba.csp.sentinel.slots.block.flow.FlowRuleManager;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.wechatpay4j.CallNotPermittedException;
import io.github.wechatpay4j.WechatPayException;
import io.github.wechatpay4j.api.papay.PapayTerminationRetentionAnswer;
import io.github.wechatpay4j.api.papay.PapayTerminationRetentionNotification;
import io.github.wechatpay4j.api.payments.NativePayments;
import io.github.wechatpay4j.api.payments.TransactionNotification;
import io.github.wechatpay4j.api.refunds.Refund;
import io.github.wechatpay4j.api.refunds.RefundNotification;
import io.github.wechatpay4j.api.refunds.Refunds;
import io.github.wechatpay4j.api.states.States;
import io.github.wechatpay4j.client.WechatPayClient;
import io.github.wechatpay4j.crypto.CryptoSuite;
import io.github.wechatpay4j.crypto.FieldDecryptor;
import io.github.wechatpay4j.crypto.MerchantKey;
import io.github.wechatpay4j.crypto.Pem;
import io.github.wechatpay4j.crypto.Signer;
import io.github.wechatpay4j.delivery.BusinessNumberResolver;
import io.github.wechatpay4j.listener.WechatPayListenerConfigurer;
import io.github.wechatpay4j.merchant.Credentials;
import io.github.wechatpay4j.merchant.InMemoryMerchantRegistry;
import io.github.wechatpay4j.merchant.Merchant;
import io.github.wechatpay4j.merchant.MerchantRegistry;
import io.github.wechatpay4j.notification.Notification;
import io.github.wechatpay4j.notification.WechatPayDeadLetter;
import io.github.wechatpay4j.notification.WechatPayListener;
import io.github.wechatpay4j.operation.Decisive;
import io.github.wechatpay4j.operation.Decisive.Role;
import io.github.wechatpay4j.operation.Operation;
import io.github.wechatpay4j.operation.WechatPayRequest;
import io.github.wechatpay4j.simulator.WechatPaySimulator;
import io.github.wechatpay4j.simulator.fault.FaultKind;
import io.github.wechatpay4j.trust.PlatformKey;
import io.github.wechatpay4j.trust.Trust;
import io.github.wechatpay4j.web.answer.Answer;
import io.github.wechatpay4j.web.answer.AnswerFormat;
import io.github.wechatpay4j.web.answer.WechatPayAnswers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * The examples below docs, so that they compile. {@link DocumentationTests} compares.
 */
abstract class DocsExamples {

	abstract void settle(TransactionNotification paid);

	/** How orders are read and changed. */
	interface Orders {

		String lockState(String outTradeNo);

		void changeState(String outTradeNo, String state);

	}

	/** Whom alarms go to. */
	interface Alarms {

		void raise(String eventType, String id);

	}

	/** docs/notifications.md and docs/delivery.md. */
	static class Delivered {

		private final Orders orders;

		private final Alarms alarms;

		Delivered(Orders orders, Alarms alarms) {
			this.orders = orders;
			this.alarms = alarms;
		}

		// @formatter:off
@WechatPayListener
PapayTerminationRetentionAnswer retain(PapayTerminationRetentionNotification asked) {
	return PapayTerminationRetentionAnswer.builder().retentionType("COUPON").build();
}

@WechatPayListener
@Transactional
void paid(TransactionNotification paid) {
	String stored = this.orders.lockState(paid.outTradeNo()); // SELECT ... FOR UPDATE; null for none
	if (States.of(paid).isNewerThan(stored)) {
		this.orders.changeState(paid.outTradeNo(), paid.tradeState().value());
	}
}

@Bean
BusinessNumberResolver vehicleNumbers() {
	return (notification) -> notification.payload().path("vehicle_id").asString(null);
}

@WechatPayDeadLetter(events = "*")
void parked(Notification<JsonNode> notification) {
	this.alarms.raise(notification.eventType(), notification.id());
}
		// @formatter:on

	}

	/** docs/delivery.md. */
	static class Alone {

		// @formatter:off
@WechatPayListener(transactional = false)
@Transactional(propagation = Propagation.REQUIRES_NEW, rollbackFor = Exception.class)
void paid(TransactionNotification paid) {
	// ...
}
		// @formatter:on

	}

	abstract void later(WechatPayRequest<?> request);

	abstract void failed(String message);

	WechatPayAnswers answers;

	abstract OrderView find(String id);

	record OrderView(String id) {
	}

	record Result(String code, String message) {
	}

	// @formatter:off
@Component
class Payments {

	@WechatPayListener // the events follow from the parameter's type
	void paid(TransactionNotification paid) {
		// ...
	}

	@WechatPayListener(events = "REFUND.*")
	void refunded(Notification<RefundNotification> refund) { // with the envelope: id, event type, time, merchant, raw JSON
		// ...
	}

	@WechatPayListener(events = "COMPLAINT.*")
	Mono<Void> complained(Notification<JsonNode> complaint) { // anything without a type; done when the Mono completes
		return Mono.empty();
	}

}

@Bean
WechatPayListenerConfigurer handlers() {
	return (registrar) -> registrar.register(TransactionNotification.class,
			(notification) -> settle(notification.payload()));
}
	// @formatter:on

	// @formatter:off
@GetMapping("/api/orders/{id}")
Answer<OrderView> order(@PathVariable("id") String id) {
	return Answer.of(find(id));
}

@ExceptionHandler
ResponseEntity<Object> wechatPay(WechatPayException ex, Locale locale) {
	return this.answers.answer(ex, locale); // the bean WechatPayAnswers
}

@Bean
AnswerFormat ownEnvelope() {
	return (failure) -> new Result("PAY-" + failure.code().code(), failure.message());
}
	// @formatter:on

	abstract void record(String outRefundNo, String outTradeNo, long amount);

	// @formatter:off
Refund refund(TransactionTemplate transaction, WechatPayClient wechatPay, String outTradeNo, long amount) {
	String number = UUID.randomUUID().toString().replace("-", "");
	transaction.executeWithoutResult((status) -> record(number, outTradeNo, amount)); // 1. record it, and commit
	return wechatPay.execute(Refunds.create((r) -> r.outTradeNo(outTradeNo) // 2. call, in no transaction
		.outRefundNo(number)
		.amount((a) -> a.refund(amount).total(amount))));
}
	// @formatter:on

	void refund(WechatPayClient wechatPay, WechatPayRequest<?> refund) {
		// @formatter:off
try {
	wechatPay.execute(refund);
}
catch (WechatPayException ex) {
	if (ex.isOutcomeUnknown()) {
		later(refund); // the same request, with the same out_refund_no
	}
	else {
		failed(ex.getMessage());
	}
}
catch (IllegalArgumentException ex) {
	failed(ex.getMessage()); // 'description' holds a character ... which WeChat Pay refuses
}
		// @formatter:on
	}

	void refuse(WechatPayClient wechatPay, WechatPayRequest<?> refund) {
		// @formatter:off
try {
	wechatPay.execute(refund);
}
catch (CallNotPermittedException ex) {
	later(refund); // nothing was sent; ex.reason() tells which protection it was
}
		// @formatter:on
	}

	// @formatter:off
@Bean
CircuitBreakerRegistry circuitBreakers() {
	return CircuitBreakerRegistry
		.of(Map.of("wechatpay", CircuitBreakerConfig.custom().failureRateThreshold(30).build()));
}

void loadRules() {
	FlowRule refunds = new FlowRule("wechatpay:Refunds");
	refunds.setCount(50);
	FlowRuleManager.loadRules(List.of(refunds));
	DegradeRule orders = new DegradeRule("wechatpay:JsapiPayments");
	orders.setGrade(RuleConstant.DEGRADE_GRADE_EXCEPTION_RATIO);
	orders.setCount(0.5);
	orders.setTimeWindow(10);
	DegradeRuleManager.loadRules(List.of(orders));
}
	// @formatter:on

	// @formatter:off
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "wechatpay.simulator.enabled=true")
class PaymentTests {

	@Autowired
	WechatPayClient wechatPay;

	@Autowired
	WechatPaySimulator simulator;

	@Test
	void survivesATamperedNotification() {
		this.simulator.faults().add(FaultKind.TAMPERED_NOTIFICATION);
		this.wechatPay.execute(NativePayments
			.prepay((r) -> r.description("Coffee").outTradeNo("order-1").amount((a) -> a.total(1800))));
		this.simulator.pay("order-1");
		this.simulator.awaitDeliveries(Duration.ofSeconds(10));
		// now the application has handled it: refused once, believed when it came again
	}

}
	// @formatter:on

	record Shop(String name, String mchid, String appid, String serialNumber, String privateKey, String apiV3Key,
			String publicKeyId, String publicKey) {
	}

	interface Shops {

		Optional<Shop> find(String name);

	}

	interface KeyService {

		byte[] sign(String key, String algorithm, byte[] message);

		String decrypt(String key, String algorithm, String cipherText);

	}

	/** Members of an interface need no instance around them. */
	interface OwnRegistry {

	// @formatter:off
@Component
class ShopMerchants implements MerchantRegistry {

	private final ConcurrentMap<String, Merchant> merchants = new ConcurrentHashMap<>();

	private final Shops shops; // a repository of the application

	ShopMerchants(Shops shops) {
		this.shops = shops;
	}

	@Override
	public Optional<Merchant> find(String name) {
		return Optional.ofNullable(this.merchants.computeIfAbsent(name,
				(key) -> this.shops.find(key).map(this::merchant).orElse(null)));
	}

	@Override
	public Collection<Merchant> all() {
		return List.copyOf(this.merchants.values());
	}

	void changed(String name) { // a row was added, changed or removed
		this.merchants.remove(name);
	}

	private Merchant merchant(Shop shop) {
		CryptoSuite suite = CryptoSuite.rsa();
		Credentials credentials = Credentials.of(shop.mchid(), shop.serialNumber(), MerchantKey.ofPem(shop.privateKey()),
				shop.apiV3Key(), suite);
		Trust trust = Trust
			.publicKey(PlatformKey.ofPublicKey(shop.publicKeyId(), Pem.publicKey(shop.publicKey()), suite));
		return Merchant.of(credentials, trust).name(shop.name()).appid(shop.appid()).build();
	}

}
	// @formatter:on

	}

	// @formatter:off
record Thing(@Decisive(Role.IDENTITY) String thingNo, @Decisive(Role.STATE) String state,
		@Decisive(Role.AMOUNT) Long amount, @Nullable String remark) {
}

record MakeThing(String thingNo, long amount) implements WechatPayRequest<Thing> {

	static final Operation<Thing> OPERATION = Operation.post("/v3/things", Thing.class)
		.name("Things.make")
		.keyedBy("thing_no")
		.echo("thing_no", MakeThing.class, MakeThing::thingNo, Thing::thingNo) // about another thing: refused
		.certain("state", Thing::state) // without a state: refused
		.build();

	@Override
	public Operation<Thing> operation() {
		return OPERATION;
	}

	@Override
	public String businessNumber() {
		return this.thingNo;
	}

}

void switchTo(PlatformKey fresh, InMemoryMerchantRegistry merchants) {
	// 1. Believe both; requests still name the old key
	merchants.replace("default", (merchant) -> merchant.withTrust(Trust.either(merchant.trust(), Trust.publicKey(fresh))));
	// 2. Switch on the merchant platform, and wait until wechatpay.signatures shows that
	// 3. Believe the new one only
	merchants.replace("default", (merchant) -> merchant.withTrust(Trust.publicKey(fresh)));
}

@Bean
Signer signer(KeyService kms) {
	return new Signer() {

		@Override
		public String serialNumber() {
			return "5157F09EFDC096DE15EBE81A47057A7232F1B8E1"; // of the merchant's API certificate
		}

		@Override
		public byte[] sign(byte[] message) {
			return kms.sign("wechatpay", "SHA256withRSA", message);
		}

	};
}

@Bean
FieldDecryptor fieldDecryptor(KeyService kms) { // only for answers with sensitive fields
	return (cipherText) -> kms.decrypt("wechatpay", "RSA-OAEP-SHA1", cipherText);
}
	// @formatter:on

}
