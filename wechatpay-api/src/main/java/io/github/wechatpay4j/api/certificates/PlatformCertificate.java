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

package io.github.wechatpay4j.api.certificates;

import java.time.OffsetDateTime;

import org.jspecify.annotations.Nullable;

/**
 * One of the platform's certificates (平台证书).
 *
 * @param serialNo the serial number (证书序列号)
 * @param effectiveTime when it begins to be valid (证书启用时间)
 * @param expireTime when it ends to be valid (证书弃用时间)
 * @param encryptCertificate the certificate itself (证书内容)
 */
public record PlatformCertificate(@Nullable String serialNo, @Nullable OffsetDateTime effectiveTime,
		@Nullable OffsetDateTime expireTime, @Nullable EncryptedCertificate encryptCertificate) {

}
