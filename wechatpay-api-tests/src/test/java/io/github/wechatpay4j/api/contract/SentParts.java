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

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.github.wechatpay4j.json.WechatPayJson;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The parts of an upload as they came over HTTP. Texts are one character for each byte.
 *
 * @param upload how they are described
 * @param heads the head of each part
 * @param contents the content of each part
 */
record SentParts(DescribedUpload upload, Map<String, String> heads, Map<String, String> contents) {

	private static final WechatPayJson JSON = new WechatPayJson();

	private static final Pattern TYPE = Pattern.compile("multipart/form-data; ?boundary=\"?([^\"]+)\"?");

	private static final Pattern NAME = Pattern.compile("(?s).* name=\"([^\"]+)\".*");

	static SentParts of(DescribedUpload upload, LoggedRequest request) {
		Matcher type = TYPE.matcher(request.getHeader("Content-Type"));
		assertThat(type.matches()).as(request.getHeader("Content-Type")).isTrue();
		String delimiter = "--" + type.group(1);
		String body = "\r\n" + new String(request.getBody(), StandardCharsets.ISO_8859_1);
		assertThat(body).startsWith("\r\n" + delimiter + "\r\n").endsWith("\r\n" + delimiter + "--\r\n");
		SentParts parts = new SentParts(upload, new LinkedHashMap<>(), new LinkedHashMap<>());
		List<String> found = new ArrayList<>(List.of(body.split(Pattern.quote("\r\n" + delimiter))));
		for (String part : found.subList(1, found.size() - 1)) {
			String[] halves = part.split("\r\n\r\n", 2);
			Matcher name = NAME.matcher(halves[0]);
			assertThat(name.matches()).as(halves[0]).isTrue();
			assertThat(parts.heads.put(name.group(1), halves[0])).isNull();
			parts.contents.put(name.group(1), halves[1]);
		}
		return parts;
	}

	/** Insists that the parts are the sample and nothing else. */
	byte[] carry(ObjectNode sample) throws GeneralSecurityException {
		List<String> expected = new ArrayList<>(List.of("meta", this.upload.filePart()));
		this.upload.form().keySet().stream().filter(sample::has).forEach((name) -> {
			expected.add(name);
			assertThat(bytes(name)).asString(StandardCharsets.UTF_8).isEqualTo(sample.get(name).asString());
		});
		assertThat(this.contents.keySet()).containsExactlyInAnyOrderElementsOf(expected);
		assertThat(bytes(this.upload.filePart())).containsExactly(Requests.FILE.content());
		assertThat(head(this.upload.filePart())).contains("; filename=\"" + Requests.FILE.filename() + "\"")
			.contains("Content-Type: image/png");
		assertThat(head("meta")).contains("Content-Type: application/json");
		assertThat(Sealing.translate(JSON.readTree(bytes("meta")), this.upload.extras(), Sealing::open))
			.isEqualTo(meta(sample));
		return bytes("meta");
	}

	private ObjectNode meta(ObjectNode sample) throws GeneralSecurityException {
		ObjectNode meta = sample.objectNode();
		if (!this.upload.nameField().isEmpty()) {
			meta.put(this.upload.nameField(), Requests.FILE.filename());
		}
		if (!this.upload.hashField().isEmpty()) {
			byte[] hash = MessageDigest.getInstance("SHA-256").digest(Requests.FILE.content());
			meta.put(this.upload.hashField(), HexFormat.of().formatHex(hash));
		}
		this.upload.extras().keySet().stream().filter(sample::has).forEach((name) -> meta.set(name, sample.get(name)));
		return meta;
	}

	private byte[] bytes(String part) {
		assertThat(this.contents).containsKey(part);
		return this.contents.get(part).getBytes(StandardCharsets.ISO_8859_1);
	}

	private String head(String part) {
		return new String(this.heads.get(part).getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
	}

}
