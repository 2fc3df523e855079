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

import io.github.wechatpay4j.autoconfigure.NotificationProperties.Mode;
import io.github.wechatpay4j.autoconfigure.NotificationProperties.Store;
import io.github.wechatpay4j.delivery.ApplicationName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * Finds the name of the application.
 */
final class ApplicationNames {

	private static final Logger logger = LoggerFactory.getLogger(ApplicationNames.class);

	private static final String OWN = "wechatpay.notification.application";

	private static final String COMMON = "spring.application.name";

	private ApplicationNames() {
	}

	static ApplicationName choose(NotificationProperties properties, Environment environment) {
		String own = properties.getApplication();
		boolean hasOwn = StringUtils.hasText(own);
		String name = hasOwn ? own : environment.getProperty(COMMON);
		if (!StringUtils.hasText(name)) {
			if (isShared(properties)) {
				logger.warn("This application has no name: others that share its tables, its Redis or its broker, and"
						+ " have no name either, take its WeChat Pay notifications. Set {} or {}", COMMON, OWN);
			}
			return ApplicationName.none();
		}
		try {
			return new ApplicationName(name);
		}
		catch (IllegalArgumentException ex) {
			throw new InvalidWechatPayPropertyException(hasOwn ? OWN : COMMON, ex.getMessage() + ".",
					"Set " + OWN + " to a shorter name, like shop, that is the same on all nodes.");
		}
	}

	/** Whether anything is kept where another application may find it. */
	private static boolean isShared(NotificationProperties properties) {
		return properties.effectiveMode() != Mode.DIRECT || properties.getStore() != Store.MEMORY;
	}

}
