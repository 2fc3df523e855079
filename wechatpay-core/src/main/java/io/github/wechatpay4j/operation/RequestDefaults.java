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

package io.github.wechatpay4j.operation;

import io.github.wechatpay4j.Identifier;
import io.github.wechatpay4j.SendableText;
import org.jspecify.annotations.Nullable;

/**
 * What the configuration of the calling merchant knows and a request may therefore leave
 * out. For a service provider, {@code mchid} and {@code appid} are its own, which the
 * protocol then calls {@code sp_mchid} and {@code sp_appid}.
 *
 * @param mchid the merchant's number
 * @param appid the application that the merchant's payments belong to
 * @param notifyUrl where notifications are to be sent
 */
public record RequestDefaults(String mchid, @Nullable String appid, @Nullable String notifyUrl) {

	/**
	 * The given merchant number, or the configured one.
	 * @param given what the caller set
	 * @return the merchant number
	 */
	public String mchidOr(@Nullable String given) {
		return (given != null) ? written(given, "mchid") : this.mchid;
	}

	/**
	 * The given appid, or the configured one.
	 * @param given what the caller set
	 * @return the appid
	 * @throws IllegalArgumentException if there is neither
	 */
	public String appidOr(@Nullable String given) {
		return appidOr(given, "appid");
	}

	/**
	 * The given appid, or the configured one, for a field of another name.
	 * @param given what the caller set
	 * @param field the field's name in the protocol, such as {@code sp_appid}
	 * @return the appid
	 * @throws IllegalArgumentException if there is neither
	 */
	public String appidOr(@Nullable String given, String field) {
		return required(given, this.appid, field, "wechatpay.appid");
	}

	/**
	 * The given appid, or the configured one, for operations where it is optional.
	 * @param given what the caller set
	 * @return the appid, or {@code null} if there is neither
	 */
	public @Nullable String optionalAppidOr(@Nullable String given) {
		return (given != null) ? written(given, "appid") : this.appid;
	}

	/**
	 * The given notification address, or the configured one.
	 * @param given what the caller set
	 * @return the address
	 * @throws IllegalArgumentException if there is neither
	 */
	public String notifyUrlOr(@Nullable String given) {
		return required(given, this.notifyUrl, "notify_url", "wechatpay.notification.base-url");
	}

	/**
	 * The given notification address, or the configured one, for operations where it is
	 * optional.
	 * @param given what the caller set
	 * @return the address, or {@code null} if there is neither
	 */
	public @Nullable String optionalNotifyUrlOr(@Nullable String given) {
		return (given != null) ? written(given, "notify_url") : this.notifyUrl;
	}

	private static String required(@Nullable String given, @Nullable String configured, String field, String property) {
		if (given != null) {
			return written(given, field);
		}
		if (configured != null) {
			return configured;
		}
		throw new IllegalArgumentException(
				"'" + field + "' is required: set it on the request or for the merchant (" + property + ")");
	}

	/** Without what comes along when somebody copies it. */
	private static String written(String given, String field) {
		return SendableText.visible(Identifier.strip(given), field);
	}

}
