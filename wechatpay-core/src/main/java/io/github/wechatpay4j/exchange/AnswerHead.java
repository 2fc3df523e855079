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
package io.github.wechatpay4j.exchange;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.springframework.http.HttpHeaders;

/**
 * The status line and the header fields of an HTTP/1.1 answer.
 *
 * @param status the status
 * @param headers the header fields
 * @param contentLength how many bytes the body has, -1 where only the end of the
 * connection ends it
 * @param isChunked whether the body comes in chunks
 * @param isOld whether it is HTTP/1.0
 */
record AnswerHead(int status, HttpHeaders headers, long contentLength, boolean isChunked, boolean isOld) {

	/** What Netty takes, too. */
	static final int MAX_BYTES = 8192;

	private static final int MAX_LINE = 4096;

	private static final Pattern STATUS_LINE = Pattern
		.compile("HTTP/1\\.([01]) ([1-9][0-9]{2})( [^\\x00-\\x08\\x0A-\\x1F\\x7F]*)?");

	private static final Pattern FIELD = Pattern
		.compile("([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \\t]*([^\\x00-\\x08\\x0A-\\x1F\\x7F]*?)[ \\t]*");

	private static final Pattern LENGTH = Pattern.compile("[0-9]{1,18}");

	private static final int SWITCHING_PROTOCOLS = 101;

	/** Whether a status line and its fields have come to their end. */
	static boolean isComplete(ByteArrayOutputStream read) {
		return read.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n");
	}

	/**
	 * Reads a head.
	 * @throws SurpriseException if it is none
	 */
	static AnswerHead parse(byte[] bytes) {
		String text = new String(bytes, StandardCharsets.ISO_8859_1);
		List<String> lines = List.of(text.substring(0, text.length() - 4).split("\r\n", -1));
		Matcher first = STATUS_LINE.matcher(lines.get(0));
		if (!first.matches() || lines.get(0).length() > MAX_LINE) {
			throw new SurpriseException(Surprise.MALFORMED);
		}
		HttpHeaders headers = new HttpHeaders();
		for (String line : lines.subList(1, lines.size())) {
			Matcher field = requireField(line);
			headers.add(field.group(1), field.group(2));
		}
		int status = Integer.parseInt(first.group(2));
		if (status == SWITCHING_PROTOCOLS) {
			throw new SurpriseException(Surprise.UPGRADE);
		}
		return withLength(status, headers, "0".equals(first.group(1)));
	}

	static Matcher requireField(String line) {
		Matcher field = FIELD.matcher(line);
		if (!field.matches()) {
			throw new SurpriseException(Surprise.MALFORMED);
		}
		return field;
	}

	private static AnswerHead withLength(int status, HttpHeaders headers, boolean old) {
		if (status < 200) {
			return new AnswerHead(status, headers, 0, false, old);
		}
		List<String> codings = headers.getValuesAsList(HttpHeaders.TRANSFER_ENCODING);
		List<String> lengths = headers.getOrDefault(HttpHeaders.CONTENT_LENGTH, List.of());
		if (lengths.size() > 1 || (!codings.isEmpty() && (old || !lengths.isEmpty()))
				|| lengths.stream().anyMatch((length) -> !LENGTH.matcher(length).matches())) {
			throw new SurpriseException(Surprise.MALFORMED);
		}
		boolean chunked = !codings.isEmpty();
		if (chunked && !(codings.size() == 1 && "chunked".equalsIgnoreCase(codings.get(0)))) {
			throw new SurpriseException(Surprise.MALFORMED);
		}
		long length = lengths.isEmpty() ? -1 : Long.parseLong(lengths.get(0));
		if (isWithoutBody(status)) {
			// Without a body, whatever they say about its length. What follows all the
			// same
			// is a surprise of its own
			if (status == 204 && length > 0) {
				throw new SurpriseException(Surprise.MALFORMED);
			}
			return new AnswerHead(status, headers, 0, false, old);
		}
		return new AnswerHead(status, headers, length, chunked, old);
	}

	/** With one length in place of whatever said where the body ends. */
	byte[] toBytes(int length, boolean reusable) {
		StringBuilder head = new StringBuilder("HTTP/1.").append(this.isOld ? '0' : '1')
			.append(' ')
			.append(this.status)
			.append("\r\n");
		this.headers.forEach((name, values) -> {
			if (!name.equalsIgnoreCase(HttpHeaders.TRANSFER_ENCODING)
					&& !name.equalsIgnoreCase(HttpHeaders.CONTENT_LENGTH)
					&& (reusable || !name.equalsIgnoreCase(HttpHeaders.CONNECTION))) {
				values.forEach((value) -> head.append(name).append(": ").append(value).append("\r\n"));
			}
		});
		if (!reusable) {
			head.append("Connection: close\r\n");
		}
		if (!isWithoutBody(this.status)) {
			head.append("Content-Length: ").append(length).append("\r\n");
		}
		return head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
	}

	/** Whether the body is compressed. */
	boolean isEncoded() {
		return this.headers.containsHeader(HttpHeaders.CONTENT_ENCODING);
	}

	private static boolean isWithoutBody(int status) {
		return status == 204 || status == 304;
	}

	boolean isInterim() {
		return this.status < 200;
	}

}
