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

package io.github.wechatpay4j.api.contract;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.github.wechatpay4j.json.WechatPayJson;
import io.github.wechatpay4j.testing.Authorization;
import io.github.wechatpay4j.testing.PlatformSigner;
import io.github.wechatpay4j.testing.TestKeys;
import io.github.wechatpay4j.testing.TestMerchants;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A request as it came over HTTP, compared with the description of its operation.
 *
 * @param operation the operation
 * @param request what was recorded
 */
record SentRequest(DescribedOperation operation, LoggedRequest request) {

	private static final WechatPayJson JSON = new WechatPayJson();

	/** Insists that the request carries the sample and nothing else. */
	void carries(ObjectNode sample) throws GeneralSecurityException {
		assertThat(this.request.getMethod().getName()).isEqualTo(this.operation.method());
		String[] target = this.request.getUrl().split("\\?", 2);
		assertThat(target[0]).isEqualTo(path(sample));
		assertThat(query((target.length > 1) ? target[1] : "")).containsExactlyInAnyOrderElementsOf(query(sample));
		byte[] signed = this.operation.isUpload() ? parts().carry(sample) : this.request.getBody();
		if (!this.operation.isUpload()) {
			carriesBody(sample);
		}
		assertThat(this.request.getHeader("Accept"))
			.isEqualTo(this.operation.isDownload() ? "*/*" : "application/json");
		assertThat(this.request.getHeader("Wechatpay-Serial")).isEqualTo(PlatformSigner.PUBLIC_KEY_ID);
		boolean keyed = this.operation.parameters("header").containsKey("Idempotency-Key");
		assertThat(this.request.getHeader("Idempotency-Key"))
			.isEqualTo(keyed ? sample.get("Idempotency-Key").stringValue() : null);
		Authorization authorization = Authorization.parse(this.request.getHeader("Authorization"));
		assertThat(authorization.mchid()).isEqualTo(TestMerchants.MCHID);
		assertThat(authorization.serial()).isEqualTo(TestMerchants.SERIAL);
		authorization.signs(TestKeys.MERCHANT.getPublic(), this.operation.method(), this.request.getUrl(), signed);
	}

	private SentParts parts() {
		return SentParts.of(new DescribedUpload(this.operation.multipart()), this.request);
	}

	private void carriesBody(ObjectNode sample) {
		assertThat(this.request.getHeader("Content-Type")).isEqualTo("application/json");
		if (!this.operation.sendsJson()) {
			assertThat(this.request.getBody()).isEmpty();
			return;
		}
		Map<String, Node> properties = this.operation.body();
		JsonNode body = Sealing.translate(JSON.readTree(this.request.getBody()), properties, Sealing::open);
		ObjectNode expected = sample.objectNode();
		this.operation.inputs()
			.keySet()
			.stream()
			.filter((name) -> properties.containsKey(name) && sample.has(name))
			.forEach((name) -> expected.set(name, sample.get(name)));
		assertThat(body.toPrettyString()).isEqualTo(expected.toPrettyString());
	}

	private String path(ObjectNode sample) {
		String path = this.operation.path();
		for (String name : this.operation.parameters("path").keySet()) {
			path = path.replace("{" + name + "}", encode(sample.get(name).asString()));
		}
		return path;
	}

	private List<String> query(ObjectNode sample) {
		List<String> query = new ArrayList<>();
		this.operation.parameters("query").forEach((name, schema) -> {
			if (!sample.has(name)) {
				return;
			}
			JsonNode value = sample.get(name);
			(value.isArray() ? value.values() : List.of(value))
				.forEach((each) -> query.add(name + "=" + each.asString()));
		});
		return query;
	}

	private List<String> query(String raw) {
		assertThat(raw).matches("[A-Za-z0-9%._~=&-]*");
		List<String> query = new ArrayList<>();
		for (String parameter : raw.isEmpty() ? new String[0] : raw.split("&")) {
			String[] pair = parameter.split("=", 2);
			String name = URLDecoder.decode(pair[0], StandardCharsets.UTF_8);
			String value = URLDecoder.decode(pair[1], StandardCharsets.UTF_8);
			Node schema = this.operation.parameters("query").get(name);
			query.add(name + "=" + ((schema != null && schema.isSensitive()) ? Sealing.open(value) : value));
		}
		return query;
	}

	private static String encode(String value) {
		return URLEncoder.encode(value, StandardCharsets.UTF_8)
			.replace("+", "%20")
			.replace("*", "%2A")
			.replace("%7E", "~");
	}

}
