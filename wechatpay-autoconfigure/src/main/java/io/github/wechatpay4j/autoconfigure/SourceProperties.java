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

import java.util.ArrayList;
import java.util.List;

/**
 * Where notifications are taken from.
 */
public class SourceProperties {

	/**
	 * Addresses and ranges such as 192.0.2.0/24 or 2001:db8::/32 that notifications are
	 * taken from, 'wechatpay' for those that WeChat Pay has published; everybody else is
	 * answered with 403, unread. Everybody may send if it is empty. Behind a proxy, set
	 * 'server.forward-headers-strategy' too.
	 */
	private List<String> allow = new ArrayList<>();

	public List<String> getAllow() {
		return this.allow;
	}

	public void setAllow(List<String> allow) {
		this.allow = allow;
	}

}
