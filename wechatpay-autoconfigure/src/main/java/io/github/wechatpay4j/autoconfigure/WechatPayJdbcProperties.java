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

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.jdbc.init.DatabaseInitializationProperties;

/**
 * How the tables of notifications and claims come to be.
 */
@ConfigurationProperties("wechatpay.jdbc")
public class WechatPayJdbcProperties extends DatabaseInitializationProperties {

	/**
	 * Creates properties by which a script that fails keeps the application from
	 * starting: without tables no notification can be stored.
	 */
	public WechatPayJdbcProperties() {
		setContinueOnError(false);
	}

	@Override
	public String getDefaultSchemaLocation() {
		return "classpath:wechatpay/schema/@@platform@@/R__wechatpay_v1.sql";
	}

}
