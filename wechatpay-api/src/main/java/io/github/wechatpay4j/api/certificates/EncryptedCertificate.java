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

import org.jspecify.annotations.Nullable;

/**
 * A certificate, encrypted with the APIv3 key (证书内容).
 *
 * @param algorithm the cipher (加密算法), such as {@code AEAD_AES_256_GCM}
 * @param nonce the nonce (随机串)
 * @param associatedData what is authenticated with it (附加数据)
 * @param ciphertext the encrypted certificate in Base64 (证书密文)
 */
public record EncryptedCertificate(@Nullable String algorithm, @Nullable String nonce, @Nullable String associatedData,
		@Nullable String ciphertext) {

}
