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

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.github.wechatpay4j.web.admission.AllowedSources;
import io.github.wechatpay4j.web.admission.NotificationAdmission;
import io.github.wechatpay4j.web.admission.SourceLimit;

/**
 * Decides who may have a notification read, as the properties say.
 */
final class AdmissionFactory {

	private static final int MAX_LIMIT = 10_000_000;

	private AdmissionFactory() {
	}

	static NotificationAdmission create(NotificationProperties properties) {
		List<NotificationAdmission> all = new ArrayList<>();
		if (!properties.getSources().getAllow().isEmpty()) {
			all.add(allowed(properties.getSources().getAllow()));
		}
		int limit = PropertyChecks.between(properties.getLimitPerSource(), 0, MAX_LIMIT,
				"wechatpay.notification.limit-per-source", "3000");
		Duration window = PropertyChecks.positive(properties.getLimitPerSourceWindow(),
				"wechatpay.notification.limit-per-source-window");
		if (limit > 0) {
			all.add(new SourceLimit(limit, window));
		}
		return NotificationAdmission.all(all);
	}

	private static AllowedSources allowed(List<String> allow) {
		try {
			return AllowedSources.of(allow);
		}
		catch (IllegalArgumentException ex) {
			throw new InvalidWechatPayPropertyException("wechatpay.notification.sources.allow",
					String.valueOf(ex.getMessage()),
					"Write an address like 192.0.2.7, a range like 192.0.2.0/24 or 2001:db8::/32, or 'wechatpay' for"
							+ " the addresses that WeChat Pay has published.");
		}
	}

}
