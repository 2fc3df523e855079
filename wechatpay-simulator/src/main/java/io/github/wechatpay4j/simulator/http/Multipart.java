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

package io.github.wechatpay4j.simulator.http;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.wechatpay4j.simulator.official.Refusal;

import org.springframework.http.MediaType;

/**
 * The parts of an upload, each exactly as sent.
 *
 * @param parts the contents by name
 */
record Multipart(Map<String, byte[]> parts) {

	private static final Pattern NAME = Pattern.compile("[; ]name=\"([^\"]*)\"");

	static Multipart parse(Received request) {
		MediaType type = request.headers().getContentType();
		String boundary = (type != null) ? type.getParameter("boundary") : null;
		if (type == null || boundary == null || !MediaType.MULTIPART_FORM_DATA.isCompatibleWith(type)) {
			throw Refusal.parameter("header", "Content-Type", null, "Content-Type应为multipart/form-data并带boundary");
		}
		// One char per byte: positions in the text are positions in the bytes
		String text = new String(request.body(), StandardCharsets.ISO_8859_1);
		String delimiter = "--" + boundary.replace("\"", "");
		Map<String, byte[]> parts = new HashMap<>();
		int start = text.indexOf(delimiter);
		while (start >= 0) {
			int head = start + delimiter.length();
			int next = text.indexOf("\r\n" + delimiter, head);
			if (next < 0) {
				break;
			}
			int content = text.indexOf("\r\n\r\n", head);
			if (content >= 0 && content < next) {
				Matcher name = NAME.matcher(text.substring(head, content));
				if (name.find()) {
					parts.put(name.group(1), Arrays.copyOfRange(request.body(), content + 4, next));
				}
			}
			start = next + 2;
		}
		return new Multipart(parts);
	}

	/** What is neither the file nor signed. */
	Map<String, String> textsBeside(String file) {
		Map<String, String> texts = new HashMap<>();
		this.parts.forEach((name, content) -> {
			if (!name.equals(file) && !"meta".equals(name)) {
				texts.put(name, new String(content, StandardCharsets.UTF_8));
			}
		});
		return texts;
	}

	byte[] part(String name) {
		byte[] content = this.parts.get(name);
		if (content == null) {
			throw Refusal.parameter("body", name, null, "缺少" + name + "部分");
		}
		return content;
	}

}
