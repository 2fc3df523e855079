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

package io.github.wechatpay4j.crypto.provider;

import java.util.Base64;

/**
 * What every provider has to answer. RSA key, signature and ciphertext were made with
 * openssl 3.0, the AES-GCM ciphertext with Python's {@code cryptography} 48. The key was
 * made for this and protects nothing.
 */
final class KnownAnswers {

	static final String MESSAGE = "wechatpay-spring-boot self-check";

	static final String AES_KEY = "0123456789abcdef0123456789ABCDEF";

	/** The nonce of AES-GCM, and its associated data. */
	static final String NONCE = "fdasflkja484";

	private static final String PRIVATE_KEY = "MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQDgwp7HJAFXjABz7nDEokEb/ks7bqGy5bxu7AhiXdUgSmJl5KygRLkJ68cm9n"
			+ "Itfk5Pf2oMCfLe/pNMGFomT8akpKPS6YlOZub57pbrV8XUQyeOEa8RQaQDL83uQ2wUFnNU05K+kkLwLYB8z2q2yF8Us36Wo/UrUnVB39TczsXK"
			+ "bxODKstvQ011k47HQkMQBJmGSZx8z26PY46iSJNqaq43ijlvG79615AAJWyGAJNuz9pyfTCp1Kt99D7GmGxojIUws41Hof1o3klCHiV5IA7Ewx"
			+ "UMgJghoSm7oqEk2HWAkc0UlFHQC2pQFSohjMNyai61LevkdnTMmCNB905elUT9AgMBAAECggEAQj8K1o5VuOyia4kxgruCLlKO8RcEIPsWxajb"
			+ "NccLXOefxgGXIevvkC2G9wR3ldIfGc5nvuGlzLVDTA/3bkhgN8HxKWa9Gjc5SBxbLkWiIRSkEXtD2vW6dlf+PgZwUiFl3/A2VeY9RZZbwy3Nec"
			+ "9oOu1G1/a+egTlW8Ox9V0arjXumGMGn3NsrSVCnRjIbO0gGURlCGJCTO6xOFzpF0oDbTdYJYQJfg/Cq75imFJPCoZ6b3KrXY4Xvr5hSvTgu/6X"
			+ "wbdYrPV4KEnBeALkni57ccrnNdsKb50aYUjcbq7WN/KK7KpTfnwmiW7CsdxiSDlSJF8xwg5S7y9MtLOX61sYvwKBgQD2uRPvq3+T1ElpUZG63N"
			+ "3joMDvzKVVl0rs2yKKV7p5JuEIm1jtjR9JB+hODffaf2Qie2il2zP8WaLzdrORKkwjj7zxx0HRacuVwNWgh53g+5iJQOyhXbiA8qR1akrKDFmt"
			+ "VBDS4yjblwfSz5F18E1DJVneNIVJBNiiFCw5wTHFxwKBgQDpNiHRiKSE+arlVKvafAIqT8oMF5syDDiK/tQ4Gt7f5GR+/PY/dL5sam6I37Md84"
			+ "Cedf0iJwnXknKZKXHq/vbnYulqY4P5G780U5NnOQUaTpeLbxiFuqT/ItFkmK6XXz43J2Y85SnKqipG84btT335Go/iptfFnQfjCdWKx0tPGwKB"
			+ "gQC3xFbTF1wpEd+0MGtpUYV8PIo4kqc7PzsxfG8XuAxOnOTUclEkbw60aM1hBgpslqJRBLaHguQPu/whd3J8V5Lqke9b7txZTIG1AzKbJSg1IX"
			+ "EWGmOmNZZthU11nzwhjl1lOs5lJYmTNcVAAhcIT3pc3v83AMud/ZwV7Qyb4AhglQKBgGwd83m/vn4DfW4KXg3RdfOFwCbw/rsqHUCbOWm1U2Q6"
			+ "7zhMMCFlDy8V/J6qDtEw5Y0RKESgEpkFROmq5CxM/cxx98Kh1joz2eX5ZRnyvmHe07UJ0TWWPQ4nZyoa+r4koqRROL28hC53y1fPaNs2AjHtVY"
			+ "1/SgNMdK6WDZDkKg7HAoGATKPyERrtmaZUVEHFyhqhKmBm/nbhi2LwXBYVy++fDSfvDE7KUIirxOi2QGjraF8p2sJR4xDw7Be9d04shVhzQCWb"
			+ "VVF3dtyYbgFzh2WRkpKUr5Clo3Es6upuN0z1LIcuB0Dtn8rcTgeE4LBA5JfTZWGcCUzNtOINifusbHhhDvg=";

	private static final String PUBLIC_KEY = "MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA4MKexyQBV4wAc+5wxKJBG/5LO26hsuW8buwIYl3VIEpiZeSsoES5CevHJvZyLX5OT3"
			+ "9qDAny3v6TTBhaJk/GpKSj0umJTmbm+e6W61fF1EMnjhGvEUGkAy/N7kNsFBZzVNOSvpJC8C2AfM9qtshfFLN+lqP1K1J1Qd/U3M7Fym8TgyrL"
			+ "b0NNdZOOx0JDEASZhkmcfM9uj2OOokiTamquN4o5bxu/eteQACVshgCTbs/acn0wqdSrffQ+xphsaIyFMLONR6H9aN5JQh4leSAOxMMVDICYIa"
			+ "Epu6KhJNh1gJHNFJRR0AtqUBUqIYzDcmoutS3r5HZ0zJgjQfdOXpVE/QIDAQAB";

	private static final String SIGNATURE = "Bo+Tw0JK6QfGlCx0/gGmnVBf/wGsYzE3A2HO3zAF2D/PXo8JsBTypvcN/ORFYKMaaOMpHgGd/7PeFCBemyuxaTLL5aUuRJH1NXhQHVIH7r2/y4"
			+ "H6tk/fWnwbEBBXy9c+xRcQXgw8vzpWiUnbwODeRoIJVc2SExcINNNvFbVtcPqdtNPAOwkoAbQqBpEBQKm2i4tv2/z2kefK/Jdb3Af7MC14MVBX"
			+ "G/reWvtblvwP5pf1bAKqw23WZoktmKpqyNTA+hmqp4/vawcq/y8nk+gchM3ish6nIDOntZ65GEbv7anK9bVoHkKdkzK80QKjy23WhZ5zLi63Q9"
			+ "9frekwLFbSIA==";

	private static final String OAEP = "dbLc3Vq74zoE6+NMCz3rKvueMLS+Q3Bjv9YmDTmOSGT2Kb1psx0wPacHxIkuLOOwolcNMHLlr8/DqoRg/XEVtwTdKO354TQCoakv8uiEKhS8f+"
			+ "22gFEAAHr1clkLiz+1D4jVuwtSJzsexxjo81UVIAuWPAFIFWYoY1dO9EYLdw5e9puQpa3pafheUHvxnX3S4jEKN+rdiw7zLRvkPfL62Q0nFxp+"
			+ "+WtPhIpSVv7AoYOeErXAkNX38diq3V+jdeSj2b2W8BkNxyQO8B7Hg5tVDpHn6TzvDnqdPlt3CQafM5FoL6TBFz9Q3uuPbxLIO0ia7ZC7n8vpg2"
			+ "A1SBPaL9yuEQ==";

	private static final String AES_GCM = "Y3pqXX5FhGImj+bXrw8A7wEQMPa91SoGTgp5cwuses+SCpsmDr/nJh7LHSVRoHSS";

	private KnownAnswers() {
	}

	static byte[] privateKey() {
		return Base64.getDecoder().decode(PRIVATE_KEY);
	}

	static byte[] publicKey() {
		return Base64.getDecoder().decode(PUBLIC_KEY);
	}

	static byte[] signature() {
		return Base64.getDecoder().decode(SIGNATURE);
	}

	static byte[] oaep() {
		return Base64.getDecoder().decode(OAEP);
	}

	static byte[] aesGcm() {
		return Base64.getDecoder().decode(AES_GCM);
	}

}
