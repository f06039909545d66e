import type { Standard } from '../../../src/domain/standard/rules.ts'
import { gb, iso } from './standards.ts'

const isms =
  'Information security, cybersecurity and privacy protection — Information security management systems — Requirements'

/** A small list with everything in it that makes finding hard. */
export const entries: readonly Standard[] = [
  gb(
    'mlps',
    ['GB/T 22239-2019', 'GB/T 22239-2008'],
    [
      '信息安全技术 网络安全等级保护基本要求',
      'Information security technology—Baseline for classified protection of cybersecurity',
    ],
  ),
  gb(
    'mlps-evaluation',
    ['GB/T 28448-2019'],
    [
      '信息安全技术 网络安全等级保护测评要求',
      'Information security technology—Evaluation requirement for classified protection of cybersecurity',
    ],
  ),
  gb(
    'grading',
    ['GB/T 43697-2024'],
    ['数据安全技术 数据分类分级规则', 'Data security technology—Rules for data classification and grading'],
  ),
  gb(
    'genai',
    ['GB/T 45654-2025', 'TC260-003', '20230253-T-469'],
    [
      '网络安全技术 生成式人工智能服务安全基本要求',
      'Cybersecurity technology—Basic security requirements for generative artificial intelligence service',
    ],
  ),
  gb('sm2-1', ['GB/T 32918.1-2016'], ['信息安全技术 SM2椭圆曲线公钥密码算法 第1部分：总则']),
  gb('sm2-2', ['GB/T 32918.2-2016'], ['信息安全技术 SM2椭圆曲线公钥密码算法 第2部分：数字签名算法']),
  gb('certificate-2006', ['GB/T 20518-2006'], ['信息安全技术 公钥基础设施 数字证书格式'], { stage: '95' }),
  gb('certificate-2018', ['GB/T 20518-2018'], ['信息安全技术 公钥基础设施 数字证书格式']),
  gb('isms-cn', ['GB/T 22080-2025'], ['网络安全技术 信息安全管理体系 要求']),
  gb('number-twice', ['GB/T 27021-2007'], ['合格评定 管理体系审核认证机构的要求']),
  gb('health', ['GBZ 188-2014'], ['职业健康监护技术规范']),
  gb('draft', ['20243076-Q-339'], ['网络关键设备安全通用要求'], { stage: '30' }),
  gb('guide-a', ['TC260-PG-2024NA'], ['网络安全标准实践指南 甲'], { stage: '30' }),
  gb('guide-b', ['TC260-PG-2024NA'], ['网络安全标准实践指南 乙'], { stage: '30' }),
  iso('ISO/IEC 27001:2013', isms, '95.99'),
  iso('ISO/IEC 27001:2022', isms, '60.60'),
  iso('ISO/IEC CD 27017', 'Guidelines for cloud services', '30.60'),
  iso('ISO/IEC CD 27017.2', 'Guidelines for cloud services', '30.20'),
  iso('ISO/IEC DIS 27017', 'Guidelines for cloud services', '40.20'),
  iso('ISO/IEC DIS 27565', 'Guidelines on zero-knowledge proofs', '40.60'),
  iso('ISO/IEC DIS 27565.2', 'Guidelines on zero-knowledge proofs', '40.20'),
  iso('ISO/IEC 10116:2017', 'Modes of operation for an n-bit block cipher', '90.93'),
  iso('ISO/IEC 10116:2017/Amd 1:2021', 'Modes of operation for an n-bit block cipher — Amendment 1', '60.60'),
  iso('ISO/IEC 15408-1:2022', 'Evaluation criteria for IT security — Part 1: Introduction', '60.60'),
  iso('ISO/IEC 15408-2:2022', 'Evaluation criteria for IT security — Part 2: Functional components', '60.60'),
  iso('ISO/IEC 27021:2017', 'Competence requirements for ISMS professionals', '60.60'),
  iso('IEC 62443-4-1:2018', 'Secure product development lifecycle requirements', '60.60'),
  iso('IEC 62443-4-2:2019', 'Technical security requirements for IACS components', '60.60'),
]
