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

package io.github.wechatpay4j.simulator.official;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Reads the fields of a request by JSON pointer and refuses what the platform refuses,
 * naming the field.
 *
 * @param root the request's JSON
 * @param location where it came from, {@code body} or {@code query}
 */
public record Fields(JsonNode root, String location) {

	private static final Pattern NUMBER = Pattern.compile("[0-9A-Za-z_\\-|*@]+");

	private static final Pattern URL = Pattern.compile("https?://[^\\s?#]+");

	/**
	 * The fields of a body.
	 * @param root the body
	 * @return the fields
	 */
	public static Fields body(JsonNode root) {
		return new Fields(root, "body");
	}

	/**
	 * A required text.
	 * @param pointer where it is
	 * @param max the most characters
	 * @return the text, not empty
	 */
	public String text(String pointer, int max) {
		String text = optionalText(pointer, max);
		if (text == null || text.isEmpty()) {
			throw wrong(pointer, "必填字段缺失");
		}
		return text;
	}

	/**
	 * An optional text.
	 * @param pointer where it is
	 * @param max the most characters
	 * @return the text, or {@code null}
	 */
	public @Nullable String optionalText(String pointer, int max) {
		JsonNode node = this.root.at(pointer);
		if (node.isMissingNode()) {
			return null;
		}
		if (!node.isString()) {
			throw wrong(pointer, "字段类型应为string");
		}
		String text = node.stringValue();
		if (text.length() > max) {
			throw wrong(pointer, "字段长度超过" + max);
		}
		return text;
	}

	/**
	 * A number that the merchant gave to a thing, such as {@code out_trade_no}.
	 * @param pointer where it is
	 * @param min the fewest characters
	 * @param max the most characters
	 * @return the number
	 */
	public String number(String pointer, int min, int max) {
		String number = text(pointer, max);
		if (number.length() < min || !NUMBER.matcher(number).matches()) {
			throw wrong(pointer, "只能是数字、大小写字母_-|*@，长度" + min + "到" + max);
		}
		return number;
	}

	/**
	 * A required amount.
	 * @param pointer where it is
	 * @return the amount in fen, at least 1
	 */
	public long amount(String pointer) {
		JsonNode node = this.root.at(pointer);
		if (node.isMissingNode()) {
			throw wrong(pointer, "必填字段缺失");
		}
		if (!node.isIntegralNumber() || !node.canConvertToLong()) {
			throw wrong(pointer, "字段类型应为integer");
		}
		if (node.longValue() < 1) {
			throw wrong(pointer, "金额必须大于0");
		}
		return node.longValue();
	}

	/**
	 * An optional currency, which can only be CNY.
	 * @param pointer where it is
	 */
	public void currency(String pointer) {
		String currency = optionalText(pointer, 16);
		if (currency != null && !"CNY".equals(currency)) {
			throw wrong(pointer, "货币类型只支持CNY");
		}
	}

	/**
	 * A required notification address.
	 * @param pointer where it is
	 * @return an absolute address without query
	 */
	public String url(String pointer) {
		String url = text(pointer, 255);
		if (!URL.matcher(url).matches() || !isUri(url)) {
			throw wrong(pointer, "必须是http或https地址，且不能携带参数");
		}
		return url;
	}

	private static boolean isUri(String url) {
		try {
			return new URI(url).getHost() != null;
		}
		catch (URISyntaxException ex) {
			return false;
		}
	}

	/**
	 * An optional notification address.
	 * @param pointer where it is
	 * @return an absolute address without query, or {@code null}
	 */
	public @Nullable String optionalUrl(String pointer) {
		return this.root.at(pointer).isMissingNode() ? null : url(pointer);
	}

	/**
	 * An optional time in RFC 3339.
	 * @param pointer where it is
	 * @return the time, or {@code null}
	 */
	public @Nullable Instant optionalTime(String pointer) {
		String text = optionalText(pointer, 64);
		if (text == null) {
			return null;
		}
		try {
			return OffsetDateTime.parse(text).toInstant();
		}
		catch (DateTimeException ex) {
			throw wrong(pointer, "时间格式应为yyyy-MM-DDTHH:mm:ss+TIMEZONE");
		}
	}

	/**
	 * A required day.
	 * @param pointer where it is
	 * @return the day
	 */
	public LocalDate day(String pointer) {
		try {
			return LocalDate.parse(text(pointer, 10));
		}
		catch (DateTimeException ex) {
			throw wrong(pointer, "日期格式应为yyyy-MM-DD");
		}
	}

	/**
	 * A field that has to be what the caller is known to be.
	 * @param pointer where it is
	 * @param expected the only value allowed
	 */
	public void same(String pointer, String expected) {
		if (!expected.equals(text(pointer, 64))) {
			throw wrong(pointer, "与签名的商户号不一致");
		}
	}

	/**
	 * A refusal of a field.
	 * @param pointer where it is
	 * @param issue what is wrong with it
	 * @return the refusal
	 */
	public Refusal wrong(String pointer, String issue) {
		String field = "query".equals(this.location) ? pointer.substring(1) : pointer;
		return Refusal.parameter(this.location, field, this.root.at(pointer), issue);
	}

	/**
	 * No fields at all.
	 * @return an empty body
	 */
	public static Fields none() {
		return body(JsonNodeFactory.instance.objectNode());
	}

}
