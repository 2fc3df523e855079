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

package io.github.wechatpay4j.doctor;

import java.util.List;
import java.util.Objects;

import io.github.wechatpay4j.doctor.Finding.Level;

/**
 * What was found about one merchant.
 *
 * @param merchant the merchant's name in this application
 * @param level the worst of the findings
 * @param findings everything that was looked at
 */
public record Diagnosis(String merchant, Level level, List<Finding> findings) {

	/**
	 * Creates a diagnosis.
	 */
	public Diagnosis {
		Objects.requireNonNull(merchant, "merchant");
		Objects.requireNonNull(level, "level");
		findings = List.copyOf(findings);
	}

	/**
	 * Sums findings up.
	 * @param merchant the merchant's name in this application
	 * @param findings everything that was looked at
	 * @return the diagnosis
	 */
	public static Diagnosis of(String merchant, List<Finding> findings) {
		return new Diagnosis(merchant, findings.stream().map(Finding::level).max(Level::compareTo).orElse(Level.OK),
				findings);
	}

}
