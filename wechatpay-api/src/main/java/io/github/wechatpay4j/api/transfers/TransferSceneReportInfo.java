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

package io.github.wechatpay4j.api.transfers;

import io.github.wechatpay4j.operation.Required;
import org.jspecify.annotations.Nullable;

/**
 * One fact that the scene of a transfer demands (转账场景报备信息).
 *
 * @param infoType the kind of fact (信息类型), required, as the scene's rules name it
 * @param infoContent the fact (信息内容), required
 */
public record TransferSceneReportInfo(String infoType, String infoContent) {

	/**
	 * Starts a fact.
	 * @return a builder
	 */
	public static Builder builder() {
		return new Builder();
	}

	/**
	 * Builds a {@link TransferSceneReportInfo}.
	 */
	public static final class Builder {

		private @Nullable String infoType;

		private @Nullable String infoContent;

		private Builder() {
		}

		/**
		 * Sets the kind of fact (信息类型).
		 * @param infoType the kind of fact, as the scene's rules name it
		 * @return this builder
		 */
		public Builder infoType(String infoType) {
			this.infoType = infoType;
			return this;
		}

		/**
		 * Sets the fact (信息内容).
		 * @param infoContent the fact
		 * @return this builder
		 */
		public Builder infoContent(String infoContent) {
			this.infoContent = infoContent;
			return this;
		}

		/**
		 * Builds the fact.
		 * @return the fact
		 * @throws IllegalArgumentException if a required field is missing
		 */
		public TransferSceneReportInfo build() {
			return new TransferSceneReportInfo(Required.field(this.infoType, "transfer_scene_report_infos.info_type"),
					Required.field(this.infoContent, "transfer_scene_report_infos.info_content"));
		}

	}

}
