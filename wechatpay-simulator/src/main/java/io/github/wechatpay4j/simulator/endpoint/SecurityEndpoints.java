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

package io.github.wechatpay4j.simulator.endpoint;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Objects;

import io.github.wechatpay4j.simulator.http.Answer;
import io.github.wechatpay4j.simulator.http.Call;
import io.github.wechatpay4j.simulator.http.Gate;
import io.github.wechatpay4j.simulator.identity.Identities;
import io.github.wechatpay4j.simulator.identity.IssuedCertificate;
import io.github.wechatpay4j.simulator.official.Notice;
import io.github.wechatpay4j.simulator.official.Numbers;
import io.github.wechatpay4j.simulator.official.OfficialTime;
import io.github.wechatpay4j.simulator.official.Outbox;
import io.github.wechatpay4j.simulator.official.Refusal;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.web.reactive.function.server.RouterFunctions;

/**
 * Platform certificates, and the self-test of signing and encryption.
 */
final class SecurityEndpoints implements Endpoints {

	private static final String ASSOCIATED_DATA = "certificate";

	private final Identities identities;

	private final Numbers numbers;

	private final Outbox outbox;

	SecurityEndpoints(Identities identities, Numbers numbers, Outbox outbox) {
		this.identities = identities;
		this.numbers = numbers;
		this.outbox = outbox;
	}

	@Override
	public void addTo(RouterFunctions.Builder routes, Gate gate) {
		routes.GET("/v3/certificates", gate.to(this::certificates));
		routes.POST("/v3/security/echo", gate.to(this::echo));
	}

	private Answer certificates(Call call) {
		String algorithm = Objects.requireNonNullElse(call.query().optionalText("/algorithm_type", 8), "RSA");
		List<IssuedCertificate> certificates = "ALL".equals(algorithm) ? this.identities.certificates()
				: this.identities.certificates(algorithm);
		if (certificates.isEmpty()) {
			throw Refusal.of(404, "RESOURCE_NOT_EXISTS", "无可用的平台证书，请在商户平台-API安全申请使用微信支付公钥");
		}
		ObjectNode json = JsonNodeFactory.instance.objectNode();
		ArrayNode data = json.putArray("data");
		certificates.forEach((certificate) -> data.add(toJson(certificate, call)));
		return new Answer.CertificateList(json);
	}

	private ObjectNode toJson(IssuedCertificate certificate, Call call) {
		ObjectNode json = JsonNodeFactory.instance.objectNode();
		json.put("serial_no", certificate.serial());
		json.put("effective_time", OfficialTime.rfc3339(certificate.notBefore()));
		json.put("expire_time", OfficialTime.rfc3339(certificate.notAfter()));
		String nonce = this.numbers.letters(12);
		byte[] cipherText = call.merchant()
			.aead()
			.encrypt(bytes(nonce), bytes(ASSOCIATED_DATA), bytes(certificate.pem()));
		json.putObject("encrypt_certificate")
			.put("algorithm", call.merchant().suite().aeadAlgorithm())
			.put("nonce", nonce)
			.put("associated_data", ASSOCIATED_DATA)
			.put("ciphertext", Base64.getEncoder().encodeToString(cipherText));
		return json;
	}

	private Answer echo(Call call) {
		ObjectNode answer = JsonNodeFactory.instance.objectNode();
		answer.put("echo_message", call.body().text("/echo_message", 1024));
		ObjectNode resource = answer.deepCopy();
		String secret = call.decrypt("", "encrypted_echo_message");
		if (secret != null) {
			answer.put("encrypted_echo_message", call.merchant().encryptor().encrypt(secret));
			resource.put("encrypt_echo_message", call.merchant().encryptor().encrypt(secret));
		}
		String notifyUrl = call.body().optionalUrl("/notify_url");
		if (notifyUrl != null) {
			this.outbox.send(new Notice(call.merchant().mchid(), notifyUrl, "SECURITY_ECHO.SUCCESS", "security",
					"签名验签、加解密测试", resource));
		}
		return new Answer.Json(answer);
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
