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

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.wechatpay4j.NotificationRejectedException.Reason;
import io.github.wechatpay4j.SignatureException;
import io.github.wechatpay4j.WechatPayException;
import io.github.wechatpay4j.api.payments.NativePayments;
import io.github.wechatpay4j.api.payments.TransactionNotification;
import io.github.wechatpay4j.client.WechatPayClient;
import io.github.wechatpay4j.crypto.CryptoSuite;
import io.github.wechatpay4j.inbox.NotificationInbox;
import io.github.wechatpay4j.notification.WechatPayListener;
import io.github.wechatpay4j.simulator.WechatPaySimulator;
import io.github.wechatpay4j.simulator.fault.FaultKind;
import io.github.wechatpay4j.testing.TestKeys;
import io.github.wechatpay4j.trust.PlatformKey;
import io.github.wechatpay4j.trust.TrustListener;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

/**
 * Dashboard and alert rules name metrics, labels and values that an application really
 * has.
 */
class DashboardTests {

	private static final Path DIRECTORY = Path.of("../docs/observability");

	private static final Pattern METRIC = Pattern.compile("\\bwechatpay_[a-z_]+");

	private static final Pattern SELECTOR = Pattern.compile("(wechatpay_[a-z_]+)\\{([^}]*)}");

	private static final Pattern MATCHER = Pattern.compile("(\\w+)\\s*(?:=~|!~|!=|=)\\s*\"([^\"]*)\"");

	private static final Pattern GROUPING = Pattern.compile("by \\(([^)]*)\\)");

	private static final Pattern SAMPLE = Pattern.compile("^(wechatpay_[a-z_]+)(?:\\{(.*)})? ", Pattern.MULTILINE);

	private static ConfigurableApplicationContext context;

	/** The labels of each metric. */
	private static final Map<String, Set<String>> scraped = new TreeMap<>();

	@BeforeAll
	static void start() throws Exception {
		SpringApplication application = new SpringApplication(Shop.class);
		application.setWebApplicationType(WebApplicationType.SERVLET);
		context = application.run("--server.port=0", "--server.address=127.0.0.1", "--wechatpay.simulator.enabled=true",
				"--wechatpay.notification.store=jdbc", "--spring.datasource.url=jdbc:h2:mem:dashboard",
				"--wechatpay.simulator.speed=100");
		exercise();
		Matcher samples = SAMPLE.matcher(context.getBean(PrometheusMeterRegistry.class).scrape());
		while (samples.find()) {
			Set<String> labels = scraped.computeIfAbsent(samples.group(1), (name) -> new TreeSet<>());
			if (samples.group(2) != null) {
				MATCHER.matcher(samples.group(2)).results().forEach((label) -> labels.add(label.group(1)));
			}
		}
	}

	@AfterAll
	static void stop() {
		context.close();
	}

	private static void exercise() throws Exception {
		WechatPayClient wechatPay = context.getBean(WechatPayClient.class);
		WechatPaySimulator simulator = context.getBean(WechatPaySimulator.class);
		order(wechatPay, "order-1");
		simulator.faults().add(FaultKind.ERROR_500);
		catchThrowableOfType(WechatPayException.class, () -> order(wechatPay, "order-2"));
		order(wechatPay, "order-2");
		catchThrowableOfType(WechatPayException.class, () -> order(wechatPay, "no slash / in numbers"));
		simulator.pay("order-1");
		simulator.faults().add(FaultKind.TAMPERED_NOTIFICATION);
		simulator.pay("order-2");
		simulator.awaitDeliveries(Duration.ofSeconds(30));
		NotificationInbox inbox = context.getBean(NotificationInbox.class);
		await().until(() -> inbox.statistics().pending() == 0);
		String port = context.getEnvironment().getRequiredProperty("local.server.port");
		HttpRequest forged = HttpRequest
			.newBuilder(URI.create("http://127.0.0.1:" + port + "/wechatpay/notifications/nobody"))
			.POST(BodyPublishers.ofString("{}"))
			.build();
		assertThat(HttpClient.newHttpClient().send(forged, BodyHandlers.ofString()).statusCode()).isEqualTo(404);
		PlatformKey certificate = PlatformKey.ofCertificate(TestKeys.certificate("platform1-certificate.pem"),
				CryptoSuite.rsa());
		context.getBeansOfType(TrustListener.class)
			.values()
			.forEach((listener) -> listener.replaced(List.of(), List.of(certificate)));
	}

	private static void order(WechatPayClient wechatPay, String number) {
		wechatPay.execute(
				NativePayments.prepay((r) -> r.description("Coffee").outTradeNo(number).amount((a) -> a.total(1800))));
	}

	@Test
	void theDashboardShowsWhatThereIs() throws Exception {
		JsonNode dashboard = JsonMapper.shared().readTree(DIRECTORY.resolve("grafana-dashboard.json"));
		List<String> expressions = new ArrayList<>();
		for (JsonNode panel : dashboard.path("panels")) {
			panel.path("targets").forEach((target) -> expressions.add(target.path("expr").asString()));
		}
		dashboard.path("templating")
			.path("list")
			.forEach((variable) -> expressions.add(variable.path("query").path("query").asString("")));
		assertThat(expressions).hasSizeGreaterThan(15);
		check(expressions);
	}

	@Test
	@SuppressWarnings("unchecked")
	void theRulesAlertOnWhatThereIs() throws Exception {
		Map<String, List<Map<String, Object>>> document = new Yaml()
			.load(Files.readString(DIRECTORY.resolve("prometheus-rules.yml")));
		List<Map<String, Object>> rules = (List<Map<String, Object>>) document.get("groups").get(0).get("rules");
		assertThat(rules).hasSizeGreaterThan(8)
			.allSatisfy((rule) -> assertThat(rule).containsKeys("alert", "expr", "labels", "annotations"));
		check(rules.stream().map((rule) -> rule.get("expr").toString()).toList());
	}

	@Test
	void everyStageIsCounted() {
		assertThat(scraped.keySet()).contains("wechatpay_notification_received_total",
				"wechatpay_notification_verified_total", "wechatpay_notification_decrypted_total",
				"wechatpay_notification_stored_total", "wechatpay_notification_claimed_total",
				"wechatpay_notification_handled_total", "wechatpay_notification_acknowledged_total",
				"wechatpay_notification_rejected_total");
	}

	private static void check(List<String> expressions) {
		for (String expression : expressions) {
			List<String> names = METRIC.matcher(expression).results().map(MatchResult::group).toList();
			assertThat(scraped.keySet()).as(expression).containsAll(names);
			SELECTOR.matcher(expression).results().forEach((selector) -> {
				List<MatchResult> matchers = MATCHER.matcher(selector.group(2)).results().toList();
				assertThat(matchers).as(expression).isNotEmpty();
				matchers.forEach((matcher) -> {
					assertThat(scraped.get(selector.group(1))).as(expression).contains(matcher.group(1));
					checkValue(matcher.group(1), matcher.group(2));
				});
			});
			GROUPING.matcher(expression)
				.results()
				.flatMap((grouping) -> Pattern.compile(",\\s*").splitAsStream(grouping.group(1)))
				// Prometheus adds this one to what it scrapes
				.filter((label) -> !label.equals("instance"))
				.forEach((label) -> assertThat(names).as(expression)
					.allSatisfy((name) -> assertThat(scraped.get(name)).contains(label)));
		}
	}

	private static void checkValue(String label, String values) {
		for (String value : values.split("\\|")) {
			switch (label) {
				case "reason" -> assertThat(value).matches((name) -> name.equals("INTERNAL")
						|| Arrays.stream(Reason.values()).map(Reason::name).anyMatch(name::equals));
				case "exception" ->
					assertThat(value).satisfies((name) -> Class.forName("io.github.wechatpay4j." + name));
				case "outcome" -> assertThat(value).isIn("SUCCESS", "CLIENT_ERROR", "SERVER_ERROR", "UNKNOWN");
				case "result" ->
					assertThat(value).isIn("HANDLED", "STORED", "ANSWERED", "DUPLICATE", "UNHANDLED", "REJECTED");
				case "status" -> assertThat(value).matches("\\d{3}");
				case "code" -> assertThat(value).satisfies((name) -> assertThat(name).startsWith("SIGNATURE_"),
						(name) -> SignatureException.Reason.valueOf(name.substring("SIGNATURE_".length())));
				case "source" -> assertThat(value).isIn("http", "inbox");
				case "merchant" -> assertThat(value).isIn("$merchant", "none");
				default -> throw new AssertionError("values of " + label + " are not known");
			}
		}
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Shop {

		@WechatPayListener
		void paid(TransactionNotification paid) {
		}

	}

}
