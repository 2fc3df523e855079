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

package io.github.wechatpay4j.autoconfigure;

import java.net.URI;
import java.util.List;
import java.util.Map;

import org.springframework.boot.autoconfigure.service.connection.ConnectionDetails;

/**
 * What is needed to talk to WeChat Pay. Taken from {@link WechatPayProperties} unless a
 * bean of this type is there.
 */
public interface WechatPayConnectionDetails extends ConnectionDetails {

	/**
	 * Address of WeChat Pay.
	 * @return an absolute address without a path
	 */
	URI baseUrl();

	/**
	 * Further addresses of WeChat Pay, used while the first cannot be reached.
	 * @return absolute addresses without a path, none by default
	 */
	default List<URI> backupUrls() {
		return List.of();
	}

	/**
	 * The merchants by name; the default one is called {@code default}.
	 * @return the merchants
	 */
	Map<String, MerchantProperties> merchants();

	/**
	 * The property that a value of a merchant comes from, for messages.
	 * @param merchant the merchant's name
	 * @param key the key, such as {@code private-key}
	 * @return the property's full name
	 */
	default String property(String merchant, String key) {
		return "wechatpay." + ("default".equals(merchant) ? "" : "merchants." + merchant + ".") + key;
	}

}
